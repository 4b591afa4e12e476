package aksiam.ui.table;

import aksiam.catalogue.Catalogue;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.testkit.Fx;
import aksiam.ui.parts.Nodes;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/** The design of the pictures: twelve teams in three clusters. */
final class Sample {
    static final Design DESIGN = Design.EMPTY
        .with("environments", new Answer.Table(List.of(Row.of("name", "production", "production", true), Row.of("name", "test", "production", false))))
        .with("clusters", new Answer.Table(List.of(cluster("prd-weu", "westeurope"), cluster("prd-neu", "northeurope"), cluster("pci-weu", "westeurope"))))
        .with("principals", new Answer.Table(List.of(
            principal("aks-storefront-dev", "3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11"), principal("aks-catalog-dev", "b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10"),
            principal("aks-notify-dev", "8c1f7d20-4b6e"),
            principal("aks-orders-dev", "71e5fd30-51c8-47a3-8d0e-2f6c7a9b4e11"), principal("aks-search-dev", ""), principal("aks-payments-dev", ""),
            principal("aks-loyalty-dev", ""), principal("aks-customer-dev", ""),
            principal("aks-fulfilment-dev", ""), principal("aks-returns-dev", ""), principal("aks-insights-dev", ""))))
        .with("teams", new Answer.Table(List.of(
            team("storefront", List.of("prd-weu", "prd-neu"), List.of("storefront"), "16", "64Gi", "web"),
            team("catalog", List.of("prd-weu", "prd-neu"), List.of("catalog"), "8", "32Gi", "general"),
            team("search", List.of("prd-weu", "prd-neu"), List.of("search"), "16", "96Gi", "memory"),
            team("orders", List.of("prd-weu"), List.of("orders", "orders-batch"), "12", "48Gi", "general"),
            team("payments", List.of("prd-weu", "pci-weu"), List.of("payments"), "8", "32Gi", "payments"),
            team("pricing", List.of("prd-weu"), List.of("pricing"), "4", "16Gi", "general"),
            team("loyalty", List.of("prd-weu"), List.of("loyalty"), "4", "16Gi", "general"),
            team("customer", List.of("prd-weu"), List.of("customer"), "8", "32Gi", "general"),
            team("notify", List.of("prd-wue"), List.of("notify"), "4", "16Gi", "general"),
            team("fulfilment", List.of("prd-neu", "prd-weu"), List.of("fulfilment"), "8", "32Gi", "general"),
            team("returns", List.of("prd-neu"), List.of("returns"), "4", "16Gi", "general"),
            team("insights", List.of("prd-neu"), List.of("insights", "insights-batch"), "24", "64Gi", "batch"))));

    private Sample() {
    }

    private static Row cluster(String name, String region) {
        return Row.of("name", name, "environment", "production", "region", region, "resourceGroup", "rg-" + name, "pools", List.of(
            Row.of("name", "system", "mode", "System", "size", "Standard_D4ds_v5", "count", 3),
            Row.of("name", "general", "mode", "User", "size", "Standard_D8ds_v5", "count", 6)),
            "givenNamespaces", List.of(Row.of("name", "flux-system", "maker", "azure")));
    }

    private static Row principal(String name, String objectId) {
        return Row.of("name", name, "kind", "group", "objectId", objectId);
    }

    private static Row team(String name, List<String> clusters, List<String> namespaces, String cpu, String memory, String pool) {
        return Row.of("name", name, "principals", List.of("aks-" + name + "-dev"), "clusters", clusters, "namespaces", namespaces, "quotaCpu", cpu,
            "quotaMemory", memory, "pool", pool);
    }

    /** An editor that shows a design. */
    static TableEditor editor(String consideration, Design design, BiConsumer<String, List<Row>> answer) {
        var editor = Editors.forConsideration(Catalogue.get(consideration), Widths.NONE, _ -> {
        }, answer);
        editor.show(design);
        return editor;
    }

    /** An editor with its tools above it, as the page of a consideration has them. */
    static Parent page(TableEditor editor) {
        VBox.setVgrow(editor, Priority.ALWAYS);
        return Nodes.column("page-table", Nodes.row("page-title", Nodes.grow(Nodes.text("Title", "title")), editor.tools()), editor);
    }

    /** Light or dark, at a type size in per cent. */
    static Consumer<Scene> look(String scheme, int percent) {
        return scene -> {
            scene.setUserAgentStylesheet((scheme.equals("dark") ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
            Stream.of("Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf")
                .forEach(name -> Font.loadFont(Sample.class.getResource("/aksiam/ui/fonts/" + name).toExternalForm(), 14));
            scene.getStylesheets().add(Sample.class.getResource("/aksiam/ui/theme.css").toExternalForm());
            scene.getPreferences().setColorScheme(scheme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT);
            scene.getRoot().setStyle(
                String.format(Locale.ROOT, "-fx-font-size: %.1fpx; -fx-padding: 1.2em; -fx-background-color: -color-bg-default", 14 * percent / 100.0));
        };
    }

    static void pictures(String name, java.util.function.Supplier<Parent> content, double width, double height) throws java.io.IOException {
        var seen = new java.util.HashSet<String>();
        for (var scheme : List.of("light", "dark")) {
            seen.add(drawn(Fx.picture(name + "-" + scheme, Fx.call(content::get), width, height, look(scheme, 100))));
        }
        seen.add(drawn(Fx.picture(name + "-150", Fx.call(content::get), width, height, look("light", 150))));
        org.junit.jupiter.api.Assertions.assertEquals(3, seen.size(), name + " looks the same in another theme or size");
    }

    /** An empty picture is far smaller. */
    private static String drawn(java.nio.file.Path picture) throws java.io.IOException {
        var bytes = java.nio.file.Files.readAllBytes(picture);
        org.junit.jupiter.api.Assertions.assertTrue(bytes.length > 10_000, picture + " has " + bytes.length + " bytes");
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
