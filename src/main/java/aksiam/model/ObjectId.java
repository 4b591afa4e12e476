package aksiam.model;

/** Object id of a principal in Entra, as typed. Never a client id or an application id. */
public record ObjectId(String text) {
    public boolean isKnown() {
        return !text.isEmpty() && Format.GUID.fits(text);
    }
}
