package aksiam;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import aksiam.domain.Operations;
import aksiam.plan.AzureScope;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** The floors of docs/architecture.md, and which package may touch which library. */
@AnalyzeClasses(packages = "aksiam", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule FLOORS = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true)
        .layer("model").definedBy("aksiam.model..").layer("domain").definedBy("aksiam.domain..").layer("plan").definedBy("aksiam.plan..").layer("access")
        .definedBy("aksiam.access..")
        .layer("catalogue").definedBy("aksiam.catalogue..").layer("rules").definedBy("aksiam.rules..").layer("generate").definedBy("aksiam.generate..")
        .layer("intake").definedBy("aksiam.intake..")
        .layer("store").definedBy("aksiam.store..").layer("workshop").definedBy("aksiam.workshop..").layer("ui").definedBy("aksiam.ui..").layer("cli")
        .definedBy("aksiam.cli..").layer("main").definedBy("aksiam")
        .whereLayer("main").mayNotBeAccessedByAnyLayer().whereLayer("ui").mayOnlyBeAccessedByLayers("main").whereLayer("cli").mayOnlyBeAccessedByLayers("main")
        .whereLayer("workshop").mayOnlyBeAccessedByLayers("ui", "cli", "main")
        .whereLayer("generate").mayOnlyBeAccessedByLayers("workshop", "ui", "cli", "main").whereLayer("intake")
        .mayOnlyBeAccessedByLayers("workshop", "ui", "cli", "main")
        .whereLayer("store").mayOnlyBeAccessedByLayers("workshop", "ui", "cli", "main")
        .whereLayer("rules").mayOnlyBeAccessedByLayers("generate", "intake", "store", "workshop", "ui", "cli")
        .whereLayer("access").mayOnlyBeAccessedByLayers("rules", "generate", "intake", "store", "workshop", "ui", "cli")
        .whereLayer("catalogue").mayOnlyBeAccessedByLayers("rules", "generate", "intake", "store", "workshop", "ui", "cli")
        .whereLayer("plan").mayOnlyBeAccessedByLayers("catalogue", "access", "rules", "generate", "intake", "workshop", "ui", "cli");

    @ArchTest
    static final ArchRule MODEL_STANDS_ALONE = classes().that().resideInAPackage("aksiam.model..").should().onlyDependOnClassesThat()
        .resideInAnyPackage("aksiam.model..", "java..");

    @ArchTest
    static final ArchRule NO_CIRCLES = slices().matching("aksiam.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule JAVAFX = only("javafx and its themes",
        List.of("javafx..", "jfx..", "com.sun.javafx..", "org.controlsfx..", "impl.org.controlsfx..", "atlantafx.."), "aksiam.ui..");

    @ArchTest
    static final ArchRule FREEMARKER = only("freemarker", List.of("freemarker.."), "aksiam.generate..");

    @ArchTest
    static final ArchRule COMMONMARK = only("commonmark", List.of("org.commonmark.."), "aksiam.generate..", "aksiam.ui..");

    @ArchTest
    static final ArchRule JACKSON = only("jackson", List.of("tools.jackson..", "com.fasterxml.."), "aksiam.domain..", "aksiam.store..", "aksiam.intake..");

    @ArchTest
    static final ArchRule PICOCLI = only("picocli", List.of("picocli.."), "aksiam.cli..");

    @ArchTest
    static final ArchRule CSV = only("commons-csv", List.of("org.apache.commons.csv.."), "aksiam.intake..");

    @ArchTest
    static final ArchRule NO_STATIC_MUTABLE_STATE = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule NOTHING_BUT_RECORDS_AND_FINAL_CLASSES_IN_THE_DOMAIN = classes().that()
        .resideInAnyPackage("aksiam.model..", "aksiam.plan..", "aksiam.catalogue..", "aksiam.rules..", "aksiam.generate..", "aksiam.store..")
        .and(DescribedPredicate.describe("are neither interfaces nor abstract nor enum constants",
            (JavaClass type) -> !type.isInterface() && !type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT) && !type.isEnum()
                && !type.isAnonymousClass() && !type.getSimpleName().equals("package-info")))
        .should().haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);

    @ArchTest
    static final ArchRule STANDARD_NAMES = noClasses().should().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Helper").orShould()
        .haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
        .orShould().haveSimpleNameEndingWith("Impl");

    /** Findings and files ask {@code AzureScope.holds} and {@code RolePermissions}: no two of them answer differently. */
    @ArchTest
    static final ArchRule ONE_ANSWER_ABOUT_SCOPES = noClasses().that().resideInAnyPackage("aksiam.rules..", "aksiam.generate..").should()
        .callMethod(AzureScope.class, "isManagementGroup").orShould().callMethod(AzureScope.class, "isWithin", AzureScope.class);

    @ArchTest
    static final ArchRule ONE_ANSWER_ABOUT_ROLES = noClasses().that().resideInAnyPackage("aksiam.rules..", "aksiam.generate..").should()
        .callMethod(Operations.class, "covers", String.class, String.class).orShould()
        .callMethod(Operations.class, "covers", List.class, String.class);

    private static ArchRule only(String library, List<String> packages, String... users) {
        return noClasses().that().resideOutsideOfPackages(users).should().dependOnClassesThat().resideInAnyPackage(packages.toArray(String[]::new))
            .as(library + " is only touched by " + String.join(", ", Stream.of(users).toList()));
    }
}
