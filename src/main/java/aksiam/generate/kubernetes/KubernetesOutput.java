package aksiam.generate.kubernetes;

import aksiam.generate.Artefact;
import aksiam.generate.AzureOutputs;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.PortableName;
import aksiam.plan.Administrators;
import aksiam.plan.KubernetesRole;
import aksiam.plan.Namespace;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Manifests of every cluster, to be built by kustomize. */
public final class KubernetesOutput implements Output {
    /** Applies the manifests of one cluster. */
    public static final String SCRIPT = "kubernetes/apply.sh";
    private static final String BASE = "kubernetes/base/";
    private static final String SAMPLES = "kubernetes/samples/";

    @Override
    public String id() {
        return "kubernetes";
    }

    @Override
    public String title() {
        return "Kubernetes manifests";
    }

    @Override
    public String description() {
        return "Kubernetes manifests for kustomize: namespaces, quotas, roles, bindings, network policies, service accounts and what workloads mount; and the script that applies them";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        var plan = source.plan();
        if (plan.clusters().isEmpty()) {
            return List.of();
        }
        var files = new ArrayList<Draft>();
        var design = plan.design().text();
        var roles = plan.kubernetesRoles().stream().map(Role::of).toList();
        var base = new Files(BASE, design, files);
        base.add("roles.yaml", "roles", roles, roles.stream().flatMap(role -> role.meta().considerations().stream()).toList());
        base.kustomization(List.of());
        for (var cluster : ClusterManifests.of(plan)) {
            render(plan, cluster, !roles.isEmpty(), new Files(folder(cluster.cluster) + "/", design, files));
        }
        script(plan).ifPresent(files::add);
        return files.parallelStream().map(draft -> draft.print(templates)).toList();
    }

    private static String folder(PlannedCluster cluster) {
        return "kubernetes/clusters/" + cluster.name();
    }

    /** The script that applies the manifests; a cluster that the design does not say where to find is left out of it. */
    private static Optional<Draft> script(Plan plan) {
        var targets = plan.administrators().stream().filter(administrators -> administrators.cluster().isDeployable()).map(Target::of).toList();
        return targets.isEmpty()
            ? Optional.empty()
            : Optional.of(new Draft(SCRIPT, "apply.sh", Map.of("clusters", targets, "design", plan.design().text()), List.of("clusters")));
    }

    private static void render(Plan plan, ClusterManifests cluster, boolean hasRoles, Files files) {
        var facts = cluster.namespaces.values().stream().flatMap(namespace -> namespace.fact.stream()).toList();
        var given = facts.stream().filter(fact -> fact.maker() != Namespace.Maker.MANIFEST).map(fact -> NamespaceObject.given(fact)).toList();
        var accounts = cluster.namespaces.values().stream().flatMap(namespace -> namespace.accounts.stream()).filter(account -> account.given())
            .map(account -> Account.of(account, true)).toList();
        files.addGiven(given, accounts);
        var own = facts.stream().filter(fact -> fact.maker() == Namespace.Maker.MANIFEST).map(fact -> NamespaceObject.of(fact, cluster)).toList();
        files.add("namespaces.yaml", "namespaces", own, considerations(own, NamespaceObject::meta));
        var bindings = cluster.bindings.stream().map(Binding::of).toList();
        files.add("cluster-bindings.yaml", "bindings", bindings, considerations(bindings, Binding::meta));
        var identityBindings = cluster.identityBindings.stream().map(binding -> IdentityUse.of(binding, cluster)).toList();
        files.add("identity-bindings.yaml", "identity-bindings", identityBindings, considerations(identityBindings, IdentityUse::meta));
        var common = Common.ofAll(cluster);
        var node = Common.node(common);
        node.forEach((policies, folder) -> renderNode(policies, files.inside(folder)));
        common.forEach((one, namespaces) -> render(one, namespaces, node, files));
        cluster.namespaces.values().forEach(namespace -> render(plan, cluster, namespace, files));
        files.addUnlisted(AzureOutputs.NAME, "azure-outputs.env", cluster.values,
            Stream.concat(cluster.namespaces.values().stream().flatMap(namespace -> namespace.accounts.stream()).map(account -> account.consideration()),
                cluster.identityBindings.stream().map(binding -> binding.consideration())).toList());
        files.clusterKustomization(hasRoles ? List.of("../../base") : List.of(), cluster.values, Replacement.of(cluster));
    }

    private static void render(Plan plan, ClusterManifests cluster, NamespaceManifests namespace, Files files) {
        var folder = PortableName.of(namespace.name) + "/";
        var bindings = namespace.bindings.stream().map(Binding::of).toList();
        files.add(folder + "rbac.yaml", "bindings", bindings, considerations(bindings, Binding::meta));
        var accounts = namespace.accounts.stream().filter(account -> !account.given())
            .map(account -> Account.of(account, cluster.isBound(account.namespace(), account.name()))).toList();
        files.add(folder + "service-accounts.yaml", "service-accounts", accounts, considerations(accounts, Account::meta));
        var mounts = namespace.workloads.stream().flatMap(workload -> SecretMount.of(workload, plan).stream()).toList();
        files.add(folder + "secrets.yaml", "secrets", mounts, considerations(mounts, SecretMount::meta));
        namespace.workloads.stream()
            .map(workload -> Sample.of(workload, namespace.fact, cluster.pool(poolOf(workload, namespace)), hasIdentity(namespace, workload),
                cluster.isBound(workload.namespace(), workload.serviceAccount())))
            .forEach(sample -> files.addSample(SAMPLES + cluster.cluster.name() + "/" + folder + PortableName.of(sample.name()) + ".yaml", sample));
    }

    /** Policies and quota: in the folder of the one namespace, or once for those of a team that have the same. */
    private static void render(Common common, List<String> namespaces, Map<List<CiliumPolicy>, String> node, Files files) {
        if (namespaces.size() == 1) {
            render(common.in(namespaces.getFirst()), files, PortableName.of(namespaces.getFirst()) + "/");
            return;
        }
        // No namespace can be called that.
        var shared = files.inside("as_" + namespaces.getFirst());
        render(common.withoutNode(), shared, "");
        shared.kustomization(common.node().isEmpty() ? List.of() : List.of("../" + node.get(common.node())));
        namespaces.forEach(namespace -> files.addNamed(namespace, "as_" + namespaces.getFirst(), shared.considerations));
    }

    /** What the namespaces of several teams have in common. */
    private static void renderNode(List<CiliumPolicy> policies, Files files) {
        files.add("network-cilium.yaml", "network-cilium", policies, considerations(policies, CiliumPolicy::meta));
        files.kustomization(List.of());
    }

    private static void render(Common common, Files files, String folder) {
        files.add(folder + "quota.yaml", "quota", common.budgets(), considerations(common.budgets(), Budget::meta));
        files.add(folder + "network.yaml", "network", common.policies(), considerations(common.policies(), Policy::meta));
        var cilium = Stream.concat(common.node().stream(), common.cilium().stream()).toList();
        files.add(folder + "network-cilium.yaml", "network-cilium", cilium, considerations(cilium, CiliumPolicy::meta));
    }

    private static String poolOf(Workload workload, NamespaceManifests namespace) {
        return workload.pool().isEmpty() ? namespace.fact.flatMap(Namespace::pool).map(pool -> pool.value()).orElse("") : workload.pool();
    }

    private static boolean hasIdentity(NamespaceManifests namespace, Workload workload) {
        return namespace.accounts.stream().anyMatch(account -> account.name().equals(workload.serviceAccount()) && account.identity().isPresent());
    }

    private static <T> List<String> considerations(Collection<T> objects, java.util.function.Function<T, Meta> meta) {
        return objects.stream().flatMap(object -> meta.apply(object).considerations().stream()).distinct().toList();
    }

    /** One cluster whose manifests the script applies. */
    public record Target(String name, String folder, String subscription, String resourceGroup, boolean adminKubeconfig) {
        static Target of(Administrators administrators) {
            var cluster = administrators.cluster();
            return new Target(cluster.name(), KubernetesOutput.folder(cluster), cluster.subscription(), cluster.resourceGroup(),
                administrators.needsAdminKubeconfig());
        }

    }

    /** A ClusterRole of the design. */
    public record Role(Meta meta, List<KubernetesRole.Rule> rules) {
        static Role of(KubernetesRole role) {
            return new Role(Meta.of(role.name(), "", List.of(role.consideration())).annotate("aks-iam/purpose", role.purpose()), role.rules());
        }
    }

    /**
     * @param identity whether Azure trusts it
     * @param bound    whether it has rights in the cluster, so that its pods need its token
     */
    public record Account(Meta meta, boolean identity, boolean bound) {
        static Account of(aksiam.plan.ServiceAccount account, boolean bound) {
            return new Account(
                Meta.of(account.name(), account.namespace(), List.of(account.consideration())).annotate("aks-iam/identity", account.identity().orElse("")),
                account.identity().isPresent(), bound);
        }
    }

    /** A file before it is printed; all are put together first and then printed side by side. */
    private record Draft(String path, String template, Map<String, ?> model, List<String> considerations) {
        Artefact print(Templates templates) {
            return Artefact.of(path, templates.render("kubernetes/" + template + ".ftl", model), considerations);
        }
    }

    /** The files of one folder; those that kustomize builds are remembered for its kustomization. */
    private static final class Files {
        private final String folder;
        private final String design;
        private final List<Draft> files;
        private final List<String> resources = new ArrayList<>();
        private final List<String> considerations = new ArrayList<>();

        Files(String folder, String design, List<Draft> files) {
            this.folder = folder;
            this.design = design;
            this.files = files;
        }

        /** Adds a file that kustomize builds, unless there is nothing to say. */
        void add(String name, String template, List<?> objects, List<String> from) {
            if (!objects.isEmpty()) {
                resources.add(name);
                addUnlisted(name, template + ".yaml", objects, from);
            }
        }

        /** Adds a file that kustomize does not build by itself, unless there is nothing to say. */
        void addUnlisted(String name, String template, List<?> objects, List<String> from) {
            if (!objects.isEmpty()) {
                var extension = template.contains(".") ? template : template + ".yaml";
                files.add(new Draft(folder + name, extension, Map.of("objects", objects, "design", design), from));
                considerations.addAll(from);
            }
        }

        /** A folder of its own within this one. */
        Files inside(String name) {
            return new Files(folder + name + "/", design, files);
        }

        /** Adds a folder of this one under the name of a namespace. */
        void addNamed(String namespace, String of, List<String> from) {
            var own = PortableName.of(namespace);
            resources.add(own);
            considerations.addAll(from);
            var model = Map.of("resources", List.of("../" + of), "values", List.of(), "replacements", List.of(), "hasValues", false, "namespace", namespace,
                "design", "");
            files.add(new Draft(folder + own + "/kustomization.yaml", "kustomization.yaml", model, List.copyOf(from)));
        }

        /** Adds what others make, so that checks know of it. */
        void addGiven(List<NamespaceObject> namespaces, List<Account> accounts) {
            if (!namespaces.isEmpty() || !accounts.isEmpty()) {
                var from = Stream.concat(considerations(namespaces, NamespaceObject::meta).stream(), considerations(accounts, Account::meta).stream())
                    .distinct()
                    .toList();
                files.add(new Draft(folder + "given.yaml", "given.yaml", Map.of("objects", namespaces, "accounts", accounts), from));
                considerations.addAll(from);
            }
        }

        /** Adds a sample, which no kustomization builds: applied to a living cluster it would replace what runs. */
        void addSample(String path, Sample sample) {
            files.add(new Draft(path, "sample.yaml", Map.of("sample", sample), sample.meta().considerations()));
        }

        /** A folder that others refer to. */
        void kustomization(List<String> before) {
            kustomization(before, List.of(), List.of(), "");
        }

        /** What is applied as a whole: its objects carry the design. */
        void clusterKustomization(List<String> before, List<AzureOutputs.Value> values, List<Replacement> replacements) {
            kustomization(before, values, replacements, design);
        }

        private void kustomization(List<String> before, List<AzureOutputs.Value> values, List<Replacement> replacements, String labelled) {
            var all = Stream.concat(before.stream(), resources.stream()).toList();
            var model = Map.of("resources", all, "values", values, "replacements", replacements, "hasValues", !values.isEmpty(), "namespace", "", "design",
                labelled);
            files.add(new Draft(folder + "kustomization.yaml", "kustomization.yaml", model, List.copyOf(considerations)));
        }
    }
}
