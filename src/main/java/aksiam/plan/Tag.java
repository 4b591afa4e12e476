package aksiam.plan;

/** A tag that resource groups, identities and clusters get when they are made; what is there keeps its own. */
public record Tag(String name, String value) {
}
