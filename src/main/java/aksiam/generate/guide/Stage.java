package aksiam.generate.guide;

import aksiam.generate.Artefact;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A stage of the deployment: what one person with one kind of right runs in one go.
 *
 * @param right what whoever runs it needs
 * @param files what is deployed or run, paths in the bundle
 */
public record Stage(int number, String title, String who, String right, List<String> files) {
    private enum Kind {
        IDENTITIES("Resource groups and identities", "Platform team", "Contributor on the subscriptions",
            path -> path.matches("infra/([^/]*-identities|shared(-[^/]*)?)\\.bicepparam")), CLUSTER_RIGHTS(
                "Custom roles and the rights of the clusters' identities", "Role administration",
                "Owner, User Access Administrator or Role Based Access Control Administrator at each scope; custom roles need Owner or User Access Administrator",
                path -> path.matches("roles/(definitions|cluster-identities).*\\.bicepparam")), CLUSTERS("Clusters, pools, federated credentials, audit",
                    "Platform team", "Contributor on the subscriptions, and the right to use the identities of stage 1 and the subnets (join)",
                    path -> path.matches("infra/[^/]*\\.bicepparam|infra/update-.*\\.sh") && !IDENTITIES.holds.test(path)), RIGHTS(
                        "Rights of people and workloads", "Role administration",
                        "Owner, User Access Administrator or Role Based Access Control Administrator at each scope",
                        path -> path.matches("roles/[^/]*\\.(bicepparam|sh)") && !CLUSTER_RIGHTS.holds.test(path)), POLICY("Azure Policy",
                            "Policy administration", "Owner or Resource Policy Contributor at each scope",
                            path -> path.matches("policy/[^/]*\\.bicepparam")), JUST_IN_TIME("Just-in-time access", "Role administration",
                                "Owner or User Access Administrator at each scope; for groups the right to manage them",
                                path -> path.matches("pim/(apply\\.sh|checklist\\.md)")), KUBERNETES("Namespaces, quotas, roles, bindings, network policies",
                                    "Platform team", "cluster-admin in each cluster, by Entra or Azure RBAC",
                                    path -> path.matches("kubernetes/clusters/[^/]+/kustomization\\.yaml"));

        private final String title;
        private final String who;
        private final String right;
        private final Predicate<String> holds;

        Kind(String title, String who, String right, Predicate<String> holds) {
            this.title = title;
            this.who = who;
            this.right = right;
            this.holds = holds;
        }
    }

    /** The stages that have something to do; numbers stay the same in every bundle. */
    static List<Stage> of(List<Artefact> files) {
        return Arrays.stream(Kind.values()).map(
            kind -> new Stage(kind.ordinal() + 1, kind.title, kind.who, kind.right, files.stream().map(Artefact::path).filter(kind.holds).sorted().toList()))
            .filter(stage -> !stage.files().isEmpty()).toList();
    }
}
