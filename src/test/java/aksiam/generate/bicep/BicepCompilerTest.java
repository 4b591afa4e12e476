package aksiam.generate.bicep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.domain.BuiltInRoles;
import aksiam.domain.ResourceTypes;
import aksiam.generate.Artefact;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Design;
import aksiam.model.ObjectId;
import aksiam.plan.Access;
import aksiam.plan.AzureScope;
import aksiam.plan.Plan;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Role;
import aksiam.plan.RoleAssignment;
import aksiam.plan.Subject;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import aksiam.testkit.Plans;
import aksiam.testkit.Predicted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real Bicep compiler takes what is printed without a word, and predicts what the plan says. */
class BicepCompilerTest {
    private static final Set<String> BY_SCRIPT = Set.of("Microsoft.Quantum/workspaces");
    @TempDir
    Path folder;

    static List<Artefact> render(Plan plan) {
        var files = new ArrayList<Artefact>();
        for (Output output : List.of(new InfraOutput(), new RolesOutput(), new PolicyOutput(), new RootOutput())) {
            files.addAll(output.render(new Source(Design.EMPTY, plan, files), Templates.embedded()));
        }
        return files;
    }

    @Test
    void everyRightAndEveryTrustOfThePlanIsPredictedAndNothingElse() {
        var plan = Plans.everything("plain");
        var predicted = Predicted.of(Bundles.write(render(plan), folder));
        assertEquals(Predicted.roleAssignments(plan, BY_SCRIPT), predicted.roleAssignments());
        assertEquals(Predicted.federatedCredentials(plan), predicted.federatedCredentials());
        assertEquals(predicted.ids().size(), new HashSet<>(predicted.ids()).size(), "a resource is declared twice");
        assertEquals(Set.of("aks-prd", "aks-tst", "aks-sp", "aks-ssh", "aks-open"), names(predicted, "Microsoft.ContainerService/managedClusters"),
            "an existing cluster is only read");
        assertEquals(Set.of("rg-aks-prd", "rg-aks-tst", "rg-aks-sp", "rg-aks-ssh", "rg-aks-open", "rg-identities"),
            names(predicted, "Microsoft.Resources/resourceGroups"));
        assertEquals(plan.policyAssignments().size(), predicted.resources("Microsoft.Authorization/policyAssignments").count());
        assertEquals(plan.customRoles().size(), predicted.resources("Microsoft.Authorization/roleDefinitions").count());
        assertEquals(plan.cosmosRoleAssignments().size(), predicted.resources("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments").count());
        assertEquals(given(plan),
            predicted.ids().stream().filter(id -> id.matches(".*/(roleassignments|sqlroleassignments|federatedidentitycredentials)/[^/]+"))
                .collect(Collectors.toCollection(TreeSet::new)),
            "what is listed as given has the names that the templates give it");
    }

    private static Set<String> given(Plan plan) {
        var ids = new TreeSet<String>();
        for (var right : GivenRights.of(plan)) {
            switch (right.kind()) {
                case ROLE -> ids.add(right.scope() + "/providers/Microsoft.Authorization/roleAssignments/" + right.name());
                case COSMOS -> ids.add(right.scope().replaceAll("/dbs/.*", "") + "/sqlRoleAssignments/" + right.name());
                case CREDENTIAL -> ids.add(right.scope() + "/federatedIdentityCredentials/" + right.name());
                case ELIGIBLE, BINDING, POLICY, DEFINITION, CLUSTER -> {
                }
            }
        }
        return ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).filter(id -> !id.endsWith("/")).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void rightsCanBeGivenOnEveryKindOfResourceThatIsKnown() {
        var elsewhere = Set.of("Microsoft.Authorization", "Microsoft.Resources");
        var extensions = Set.of("Microsoft.Insights/diagnosticSettings", "Microsoft.ContainerService/deploymentSafeguards");
        var builder = new PlanBuilder();
        var reader = BuiltInRoles.get("Reader");
        var types = ResourceTypes.all().stream().map(ResourceTypes.ResourceType::type)
            .filter(type -> !elsewhere.contains(type.substring(0, type.indexOf('/'))) && !extensions.contains(type)).toList();
        for (var type : types) {
            var id = new StringBuilder(
                "/subscriptions/b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10/resourceGroups/rg/providers/" + type.substring(0, type.indexOf('/')));
            for (var part : type.substring(type.indexOf('/') + 1).split("/")) {
                id.append('/').append(part).append(part.matches("[a-z]+Services") ? "/default" : "/some");
            }
            builder.add(new RoleAssignment(new Subject.Entra("readers", new ObjectId("7c0e9a1b-0000-4000-8000-000000000001"), Subject.Entra.Kind.Group),
                new Role(reader.name(), reader.guid(), false), new AzureScope(id.toString()), 4, Access.STANDING, "grants", ""));
        }
        var plan = builder.build();
        assertEquals(types.size(), plan.roleAssignments().size());
        assertEquals(Predicted.roleAssignments(plan, Set.of()), Predicted.of(Bundles.write(render(plan), folder)).roleAssignments());
    }

    @Test
    void typedTextMeansItselfWhateverItHolds() {
        var plan = Plans.everything(Plans.HOSTILE);
        var predicted = Predicted.of(Bundles.write(render(plan), folder));
        assertEquals(Predicted.roleAssignments(plan, BY_SCRIPT), predicted.roleAssignments());
        assertTrue(predicted.resources("Microsoft.Authorization/roleDefinitions")
            .anyMatch(role -> role.get("properties").get("roleName").asString().equals("Deployer " + Plans.HOSTILE)));
        assertTrue(predicted.resources("Microsoft.Authorization/roleAssignments")
            .anyMatch(right -> right.get("properties").get("description").asString().startsWith("grants: " + Plans.HOSTILE.substring(0, 100))));
    }

    @Test
    void whatIsUndecidedIsLeftOut() {
        var predicted = Predicted.of(Bundles.write(render(Plans.undecided()), folder));
        var cluster = predicted.resources("Microsoft.ContainerService/managedClusters").findFirst().orElseThrow();
        assertEquals(Set.of("kubernetesVersion", "dnsPrefix"), Set.copyOf(cluster.get("properties").propertyNames()));
        assertTrue(Stream.of("sku", "identity").noneMatch(name -> cluster.has(name) && !cluster.get(name).isNull()), cluster.toString());
    }

    @Test
    void noFileHoldsMoreRowsThanOneDeploymentTakes() {
        var plan = Plans.many(1700);
        var files = render(plan);
        assertEquals(List.of("roles/assignments-001.bicepparam", "roles/assignments-002.bicepparam", "roles/assignments-003.bicepparam"),
            files.stream().map(Artefact::path).filter(path -> path.startsWith("roles/assignments-")).sorted().toList());
        assertEquals(Predicted.roleAssignments(plan, Set.of()), Predicted.of(Bundles.write(files, folder)).roleAssignments());
    }

    @Test
    void whatIsTooMuchForOneDeploymentOfAClusterFollowsInFurtherOnes() {
        var plan = Plans.manyWorkloads(820);
        var predicted = Predicted.of(Bundles.write(render(plan), folder));
        assertEquals(Predicted.federatedCredentials(plan), predicted.federatedCredentials());
        assertEquals(820, predicted.resources("Microsoft.ManagedIdentity/userAssignedIdentities").count());
        assertEquals(820, predicted.resources("Microsoft.ContainerService/managedClusters/managedNamespaces").count());
        assertEquals(1, predicted.resources("Microsoft.ContainerService/managedClusters").count());
        assertEquals(List.of("infra/aks-big.bicepparam", "infra/aks-big-002.bicepparam", "infra/aks-big-003.bicepparam", "infra/aks-big-004.bicepparam"),
            Deployment.of(3, render(plan)).stream().map(Deployment::file).toList());
    }

    @ParameterizedTest
    @MethodSource("aksiam.testkit.Designs#all")
    void presetsAndCasesArePredictedAsPlanned(String name) {
        var design = Designs.read(name);
        var plan = Catalogue.plan(design);
        var files = new ArrayList<Artefact>();
        for (Output output : List.of(new InfraOutput(), new RolesOutput(), new PolicyOutput(), new RootOutput())) {
            files.addAll(output.render(new Source(design, plan, files), Templates.embedded()));
        }
        if (files.stream().noneMatch(file -> file.path().endsWith(".bicep"))) {
            assertTrue(plan.clusters().stream().noneMatch(cluster -> cluster.isDeployable()) && plan.roleAssignments().isEmpty(), "nothing is known in Azure");
            return;
        }
        var predicted = Predicted.of(Bundles.write(files, folder));
        assertEquals(Predicted.roleAssignments(plan, BY_SCRIPT), predicted.roleAssignments());
        assertEquals(Predicted.federatedCredentials(plan), predicted.federatedCredentials());
        assertEquals(predicted.ids().size(), new HashSet<>(predicted.ids()).size(), "a resource is declared twice");
    }

    private static Set<String> names(Predicted predicted, String type) {
        return predicted.resources(type).map(resource -> resource.get("name").asString()).collect(java.util.stream.Collectors.toSet());
    }
}
