package aksiam.model;

/** Client (application) id of a service principal or managed identity, as typed. Never an object id. */
public record ClientId(String text) {
    public boolean isKnown() {
        return !text.isEmpty() && Format.GUID.fits(text);
    }
}
