package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The pages of the guide over the window. They are shipped with the product and need no network. */
final class Guide {
    private static final String FIRST = "README.md";
    private static final String BUNDLE = "bundle.md";

    private final Sheet sheet;
    private final Desk desk;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox content = Nodes.column("guide", Nodes.row("guide-head", Nodes.link(Messages.get("guide.contents"), () -> turn(FIRST))), scroll);
    private String page = FIRST;

    Guide(Sheet sheet, Desk desk) {
        this.sheet = sheet;
        this.desk = desk;
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setId("guide-page");
        scroll.setAccessibleText(Messages.get("help.guide.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
    }

    void open(Page place) {
        turn(pageOf(place));
        sheet.tellWide(Messages.get("help.guide.title"), content);
        scroll.requestFocus();
    }

    /** The page about a place; at the start that of a first workshop. */
    static String pageOf(Page place) {
        return switch (place) {
            case Page.Start() -> "first-workshop.md";
            case Page.At(var number, var _) when !aksiam.workshop.Update.hasConsiderations(number) -> BUNDLE;
            case Page.At(var number, var _) -> String.format(Locale.ROOT, "steps/%02d-%s.md", number, Catalogue.steps().get(number - 1).id());
        };
    }

    /** The file of the guide that is shown. */
    String page() {
        return page;
    }

    private void turn(String to) {
        page = to;
        scroll.setContent(new MarkdownView(text(to), this::follow, this::image));
        scroll.setVvalue(0);
    }

    /** Pages of the guide are turned to, everything else is for the browser. */
    private void follow(String address) {
        if (address.contains("://")) {
            desk.show(address);
        } else if (!address.startsWith("#")) {
            turn(resolved(address));
        }
    }

    private Optional<Image> image(String address) {
        return Optional.ofNullable(resource(resolved(address))).map(Image::new);
    }

    private String resolved(String address) {
        return URI.create(page).resolve(address.replaceFirst("#.*", "")).getPath();
    }

    private static InputStream resource(String path) {
        return Guide.class.getResourceAsStream("/guide/" + path);
    }

    private static String text(String path) {
        try (var stream = resource(path)) {
            return stream == null ? Messages.get("guide.missing", path) : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
