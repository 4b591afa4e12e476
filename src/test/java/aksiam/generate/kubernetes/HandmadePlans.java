package aksiam.generate.kubernetes;

import aksiam.model.ObjectId;
import aksiam.model.ResourceId;
import aksiam.model.rows.Cluster;
import aksiam.model.rows.Pool;
import aksiam.model.rows.Team;
import aksiam.plan.ClusterDraft;
import aksiam.plan.Decided;
import aksiam.plan.IdentityBinding;
import aksiam.plan.KubernetesBinding;
import aksiam.plan.KubernetesRole;
import aksiam.plan.ManagedIdentity;
import aksiam.plan.Namespace;
import aksiam.plan.Namespace.Limits;
import aksiam.plan.Namespace.Maker;
import aksiam.plan.Namespace.Quota;
import aksiam.plan.Namespace.Stance;
import aksiam.plan.Plan;
import aksiam.plan.PlanBuilder;
import aksiam.plan.ServiceAccount;
import aksiam.plan.Subject;
import aksiam.plan.Subject.Entra.Kind;
import aksiam.plan.TrafficRule;
import aksiam.plan.TrafficRule.Direction;
import aksiam.plan.TrafficRule.Peer;
import aksiam.plan.Workload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Plans put together by hand, so that the output is looked at apart from the catalogue. */
final class HandmadePlans {
    /** Text that means something in every language of a bundle. */
    static final String HOSTILE = "a \"b\" 'c' ''' ${x} {{ y }} <script>alert(1)</script>\n---\nkind: Secret\n=HYPERLINK(\"x\") # \t: - | > \\ \u202Eright to left\u202C \uD83D\uDE80 \uD83E\uDEC8 `id` $(id) "
        + "x".repeat(500);
    private static final ResourceId NO_ID = new ResourceId("");
    private static final String VAULT = "/subscriptions/5c6f4e0a-9d0b-4b0e-8a53-0d8f7d0b6f11/resourceGroups/rg-data/providers/Microsoft.KeyVault/vaults/kv-payments";

    private HandmadePlans() {
    }

    static ClusterDraft cluster(String name) {
        var pool = new Pool("payments", "User", "Standard_D4ds_v5", OptionalInt.of(3), List.of("team=payments:NoSchedule", "dedicated:NoExecute"), List.of(),
            ResourceId.NONE);
        return new ClusterDraft(
            new Cluster(name, "production", "westeurope", "5c6f4e0a-9d0b-4b0e-8a53-0d8f7d0b6f11", "rg-aks", false, "new", "standard", "1.34",
                NO_ID, NO_ID, NO_ID, NO_ID, List.of(), List.of(), "", List.of(), NO_ID, NO_ID, List.of(pool),
                List.of()),
            "5c6f4e0a-9d0b-4b0e-8a53-0d8f7d0b6f11", true, false, false);
    }

    static Team team(String name, String... namespaces) {
        return new Team(name, List.of(), List.of("prd"), List.of(namespaces), "", "", OptionalInt.empty(), "", "", "", "", "", "", false, "", "", List.of(),
            "");
    }

    static Subject group(String name, int number) {
        return new Subject.Entra(name, new ObjectId("1f0a2b3c-0000-4000-8000-%012d".formatted(number)), Kind.Group);
    }

    static Namespace namespace(String cluster, String name, Maker maker, String team, String level, Stance stance, String text) {
        boolean settled = !level.isEmpty();
        return new Namespace(cluster, name, maker, Optional.of(team).filter(t -> !t.isEmpty()).map(t -> team(t, name)),
            Optional.of(level).filter(l -> settled).map(l -> new Decided<>(l, "pod-security")),
            settled ? Optional.of(new Quota("4", "16Gi", "", "64Gi", 40, false, "teams")) : Optional.empty(),
            settled ? Optional.of(new Limits("100m", "128Mi", "", "512Mi", "teams")) : Optional.empty(),
            settled ? Optional.of(new Decided<>(stance, "default-traffic")) : Optional.empty(),
            name.equals("payments") ? Optional.of(new Decided<>("payments", "teams")) : Optional.empty(), text, "teams");
    }

    /** Two clusters with everything in them, and an empty one. */
    static Plan everything(String text) {
        return everything(text, true);
    }

    /** @param peopleBindable not with client certificates */
    static Plan everything(String text, boolean peopleBindable) {
        var plan = new PlanBuilder();
        plan.peopleBindable = peopleBindable;
        plan.name = text;
        plan.tenant = "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d";
        for (var name : List.of("prd", "tst", "undecided")) {
            plan.add(cluster(name));
        }
        plan.add(new ManagedIdentity("id-payments", "5c6f4e0a-9d0b-4b0e-8a53-0d8f7d0b6f11", "rg-aks", "westeurope", ManagedIdentity.Purpose.WORKLOAD,
            List.of("prd", "tst"), "workloads"));
        plan.add(new KubernetesRole("deployer", text,
            List.of(
                KubernetesRole.Rule.ofResources(List.of("apps"), List.of("deployments", "deployments/scale"),
                    List.of("get", "list", "create", "update", "patch"),
                    List.of()),
                KubernetesRole.Rule.ofResources(List.of(""), List.of("configmaps"), List.of("get"), List.of("settings")),
                KubernetesRole.Rule.ofPaths(List.of("/metrics"), List.of("get"))),
            "deployer-rights"));
        for (var cluster : List.of("prd", "tst")) {
            plan.put(namespace(cluster, "payments", Maker.MANIFEST, "payments", "restricted", Stance.DENY_BOTH, text));
            plan.put(namespace(cluster, "shop", Maker.MANIFEST, "shop", "baseline", Stance.DENY_INGRESS, ""));
            plan.put(namespace(cluster, "books", Maker.MANIFEST, "payments", "restricted", Stance.DENY_ALL, ""));
            plan.put(namespace(cluster, "later", Maker.MANIFEST, "later", "", Stance.ALLOW, ""));
            plan.put(namespace(cluster, "managed", Maker.AKS, "shop", "restricted", Stance.DENY_BOTH, ""));
            plan.put(namespace(cluster, "flux-system", Maker.GIVEN, "", "", Stance.ALLOW, ""));
            plan.add(new KubernetesBinding(cluster, Optional.of("payments"), "deployer", group("Payments " + text, 1), "deployer-rights", text));
            plan.add(new KubernetesBinding(cluster, Optional.of("payments"), "view", group("Shop developers", 2), "visibility", text));
            plan.add(new KubernetesBinding(cluster, Optional.of("shop"), "edit", group("Shop developers", 2), "developer-rights", ""));
            plan.add(new KubernetesBinding(cluster, Optional.empty(), "view", group("SRE", 3), "grants", "they look at everything"));
            plan.add(new KubernetesBinding(cluster, Optional.of("shop"), "admin",
                new Subject.Entra("ana@contoso.com", new ObjectId("1f0a2b3c-0000-4000-8000-000000000009"), Kind.User), "grants", ""));
            plan.add(new KubernetesBinding(cluster, Optional.of("shop"), "edit", new Subject.Identity("id-payments"), "grants", ""));
            plan.add(
                new KubernetesBinding(cluster, Optional.empty(), "view", new Subject.ClusterMade(cluster, Subject.ClusterMade.Part.KUBELET), "grants", ""));
            plan.add(new KubernetesBinding(cluster, Optional.of("shop"), "view", new Subject.Account("payments", "payments-api"), "grants", ""));
            plan.add(new KubernetesBinding(cluster, Optional.of("managed"), "view", group("Shop developers", 2), "developer-rights", ""));
            plan.put(new ServiceAccount(cluster, "payments", "payments-api", Optional.of("id-payments"), false, "workloads"));
            plan.put(new ServiceAccount(cluster, "shop", "shop-web", Optional.empty(), false, "workloads"));
            plan.add(new Workload(cluster, "payments-api", "payments", "payments-api", "id-payments", "payments", cluster.equals("tst"),
                List.of(new Workload.VaultMount(new ResourceId(VAULT), List.of("secret/db-password", "cert/tls"))), "workloads"));
            plan.add(new TrafficRule(cluster, "shop", "from-payments", Direction.INGRESS, List.of("app=web"), new Peer.Pods("payments", List.of("app=api")),
                OptionalInt.of(8443), "TCP", "flows", text));
            plan.add(new TrafficRule(cluster, "payments", "to-shop", Direction.EGRESS, List.of("app=api"), new Peer.Pods("shop", List.of("app=web")),
                OptionalInt.of(8443), "TCP", "flows", text));
            plan.add(new TrafficRule(cluster, "payments", "to-range", Direction.EGRESS, List.of(), new Peer.Addresses("169.254.3.4/16", List.of()),
                OptionalInt.empty(),
                "", "flows", ""));
            plan.add(new TrafficRule(cluster, "books", "to-outside", Direction.EGRESS, List.of(),
                new Peer.Addresses("0.0.0.0/0", List.of("10.0.0.0/8", "100.64.0.0/10")), OptionalInt.of(443), "TCP", "flows", ""));
            plan.add(new TrafficRule(cluster, "payments", "to-metadata", Direction.EGRESS, List.of(), new Peer.Addresses("169.254.169.254/32", List.of()),
                OptionalInt.of(80), "TCP", "flows", ""));
            plan.add(new TrafficRule(cluster, "payments", "from-ingress", Direction.INGRESS, List.of(),
                new Peer.AnyNamespace(List.of("app.kubernetes.io/name=ingress")), OptionalInt.empty(), "UDP", "flows", ""));
            plan.add(new TrafficRule(cluster, "payments", "to-bank", Direction.EGRESS, List.of("app=api"), new Peer.DnsName("*.bank.example.com"),
                OptionalInt.of(443), "TCP", "flows", text));
        }
        for (var direction : Direction.values()) {
            plan.add(new TrafficRule("prd", "books", direction.name().toLowerCase(java.util.Locale.ROOT) + "-book", direction,
                List.of(direction == Direction.INGRESS ? "app=book" : "app=clerk"), new Peer.Pods("books",
                    List.of(direction == Direction.INGRESS ? "app=clerk" : "app=book")),
                OptionalInt.of(5432), "TCP", "flows", text));
        }
        plan.add(new IdentityBinding("tst", "id-payments", "payments", "workloads"));
        return plan.build();
    }
}
