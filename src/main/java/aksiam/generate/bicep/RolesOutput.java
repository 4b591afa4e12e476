package aksiam.generate.bicep;

import aksiam.generate.Artefact;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.bicep.BicepValue.Fields;
import aksiam.generate.bicep.BicepValue.Items;
import aksiam.generate.bicep.Rights.Right;
import aksiam.plan.AzureScope;
import aksiam.plan.CustomRole;
import aksiam.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Custom Azure roles and standing role assignments: stages 2 and 4. */
public final class RolesOutput implements Output {
    /** Tells the deployment of custom roles which scopes they cannot lose yet. */
    static final String KEPT_SCOPES = "roles/kept-scopes.sh";
    private static final String DEFINITIONS = "definitions.bicep";
    private static final String MANAGEMENT_GROUP_DEFINITIONS = "management-group-definitions.bicep";

    @Override
    public String id() {
        return "roles";
    }

    @Override
    public String title() {
        return "Rights in Azure";
    }

    @Override
    public String description() {
        return "Bicep for custom Azure roles and role assignments, for whoever administers roles: before the clusters (stage 2) and after them (stage 4).";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        var lookup = Lookup.of(source.plan());
        var rights = Rights.of(source.plan(), lookup);
        var files = new ArrayList<Artefact>();
        definitions(source.plan(), files, templates);
        var rightsFiles = new RightsFiles(lookup);
        var clusterIdentities = rightsFiles.of("roles/cluster-identities", "./cluster-identities.bicep",
            "Stage 2: rights that the identities of the clusters need before the clusters exist.", rights.clusterIdentities(),
            List.of(), false);
        var others = rightsFiles.of("roles/assignments", "./assignments.bicep",
            "Stage 4: rights of people, pipelines, workloads, and of identities that AKS makes.", rights.others(), rights.cosmos(), true);
        var managementGroups = rightsFiles.of("roles/management-group-assignments", "./management-group-assignments.bicep",
            "Stage 4: rights at management groups.", rights.managementGroups(), List.of(), true);
        var all = new ArrayList<ParameterFile>(clusterIdentities);
        all.addAll(others);
        all.addAll(managementGroups);
        all.forEach(file -> files.add(file.render(source.plan(), templates)));
        template("roles/cluster-identities.bicep", "Stage 2: rights that the identities of the clusters need before the clusters exist.", "subscription",
            rights.clusterIdentities(), rights.all(), false, clusterIdentities, files, templates);
        template("roles/assignments.bicep", "Stage 4: rights of people, pipelines, workloads, and of identities that AKS makes.", "subscription",
            rights.others(), rights.all(), !rights.cosmos().isEmpty(), others, files, templates);
        template("roles/management-group-assignments.bicep", "Stage 4: rights at management groups.", "managementGroup", rights.managementGroups(),
            rights.all(), false, managementGroups, files, templates);
        modules(rights, ParameterFile.considerations(all), files, templates);
        if (!rights.byScript().isEmpty()) {
            files.add(OtherAssignments.render(rights.byScript(), lookup, templates));
        }
        files.addAll(AssignedNames.render(source.plan(), templates));
        return files;
    }

    private static void template(String path, String about, String targetScope, List<Right> rights, List<Right> all, boolean cosmos,
        List<ParameterFile> parameters, List<Artefact> files, Templates templates) {
        if (!parameters.isEmpty()) {
            var kinds = kinds(rights);
            var holders = kinds.stream().collect(Collectors.toMap(RightsKind::module, kind -> Holder.of(all, kind)));
            files.add(Artefact.of(path,
                templates.render("bicep/roles/assignments.bicep.ftl",
                    Map.of("about", about, "targetScope", targetScope, "sections", kinds, "holders", holders, "cosmos", cosmos)),
                ParameterFile.considerations(parameters)));
        }
    }

    private static List<RightsKind> kinds(List<Right> rights) {
        var kinds = new TreeSet<RightsKind>();
        rights.forEach(right -> kinds.add(right.kind()));
        return List.copyOf(kinds);
    }

    private static void modules(Rights rights, List<String> considerations, List<Artefact> files, Templates templates) {
        var all = rights.all();
        boolean cosmos = !rights.cosmos().isEmpty();
        for (var kind : kinds(all)) {
            files.add(
                Artefact.of("roles/modules/" + kind.module() + ".bicep", templates.render("bicep/roles/module.bicep.ftl", kind.model(Holder.of(all, kind))),
                    considerations));
        }
        if (cosmos) {
            files.add(
                Artefact.of("roles/modules/cosmosDb.bicep", templates.render("bicep/roles/cosmosDb.bicep.ftl", Map.of("types", Types.ALL)), considerations));
        }
        if (cosmos || !all.isEmpty()) {
            files.add(Artefact.of("roles/modules/types.bicep", templates.render("bicep/roles/types.bicep.ftl", Map.of("cosmos", cosmos)), considerations));
        }
    }

    private static void definitions(Plan plan, List<Artefact> files, Templates templates) {
        var byScope = new TreeMap<String, List<CustomRole>>();
        for (var role : plan.customRoles()) {
            role.scopes().stream().filter(AzureScope::isKnown).findFirst()
                .ifPresent(scope -> byScope.computeIfAbsent(RightsFiles.deploymentScope(scope), _ -> new ArrayList<>()).add(role));
        }
        var defined = new ArrayList<Map<String, Object>>();
        for (boolean atManagementGroup : new boolean[]{false, true}) {
            var template = atManagementGroup ? MANAGEMENT_GROUP_DEFINITIONS : DEFINITIONS;
            var scopes = byScope.keySet().stream().filter(scope -> atManagementGroup == scope.startsWith("/providers/")).toList();
            var parameters = new ArrayList<ParameterFile>();
            for (var scope : scopes) {
                var roles = byScope.get(scope);
                var path = ParameterFile.path("roles/" + template.replace(".bicep", ""), scope, scopes.size() > 1, Optional.empty(), plan);
                roles.forEach(role -> defined.add(Map.of("file", path, "from", role.consideration(), "guid", role.guid(), "name",
                    role.azureName(), "scopes", known(role))));
                parameters.add(new ParameterFile(path, "./" + template, scope, "Stage 2: custom roles.",
                    List.of(ParameterFile.Parameter.of("customRoles",
                        new Items(roles.stream().map(role -> new Items.Item(role.consideration(), value(role))).toList()))),
                    roles.stream().map(CustomRole::consideration).distinct().toList()));
            }
            if (!parameters.isEmpty()) {
                parameters.forEach(file -> files.add(file.render(plan, templates)));
                files.add(Artefact.of("roles/" + template,
                    templates.render("bicep/roles/definitions.bicep.ftl",
                        Map.of("targetScope", atManagementGroup ? "managementGroup" : "subscription", "types", Types.ALL)),
                    ParameterFile.considerations(parameters)));
            }
        }
        if (!defined.isEmpty()) {
            files.add(Artefact.of(KEPT_SCOPES, templates.render("bicep/roles/kept-scopes.sh.ftl", Map.of("roles", defined)),
                plan.customRoles().stream().map(CustomRole::consideration).toList()));
        }
    }

    private static List<String> known(CustomRole role) {
        return role.scopes().stream().filter(AzureScope::isKnown).map(AzureScope::id).toList();
    }

    private static Fields value(CustomRole role) {
        return new Fields().put("name", role.guid()).put("roleName", role.azureName()).put("description", role.description())
            .put("actions", BicepValue.texts(role.actions())).put("notActions", BicepValue.texts(role.notActions()))
            .put("dataActions", BicepValue.texts(role.dataActions())).put("notDataActions", BicepValue.texts(role.notDataActions()))
            .put("assignableScopes", BicepValue.texts(known(role)));
    }
}
