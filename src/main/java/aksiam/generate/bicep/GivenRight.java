package aksiam.generate.bicep;

import java.util.Locale;

/**
 * Something that the bundle gives in Azure, as Azure lists it.
 *
 * @param stage         the one that gives it
 * @param name          of the resource; empty where Azure or the script chooses one
 * @param scope         where it is given: id of the scope of a role, of the identity of a credential, of the cluster of a binding
 * @param principal     object id, or id of the managed identity, or {@code CLUSTER_ID#PART} of an identity that AKS makes; for a credential
 *                      the cluster whose service account is trusted; empty where there is none
 * @param role          GUID of the role; for a credential its subject; empty where there is none
 * @param what          in words
 * @param consideration where it came from
 */
public record GivenRight(Kind kind, int stage, String name, String scope, String principal, String role, String what, String consideration) {
    /** What it is. */
    public enum Kind {
        ELIGIBLE, ROLE, COSMOS, CREDENTIAL, BINDING, POLICY, DEFINITION, CLUSTER;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
