package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.testkit.Fx;
import aksiam.workshop.Action;
import aksiam.workshop.Lines;
import aksiam.workshop.Route;
import aksiam.workshop.StepFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an answer does, as the panel beside the page shows it. */
class PanelTest {
    private static final String RIGHTS = "cluster-identity-rights";

    @TempDir
    private Path folder;
    private Room room;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("state"), 1000, 900);
        room.show();
        room.preset("shared-platform");
        go(RIGHTS);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void an_answer_opens_its_first_change_until_somebody_scrolls() {
        show(SidePanel.View.FILES);
        choose(RIGHTS, "network-contributor");
        assertTrue(text("#change-counter").startsWith("1 of "), text("#change-counter"));
        var first = shownFile();
        assertTrue(first.startsWith("roles/"), first);
        assertNotEquals(Lines.Kind.SAME, Fx.call(() -> code().getSelectionModel().getSelectedItem().source().kind()));
        assertTrue(inSight(Fx.call(() -> code().getSelectionModel().getSelectedIndex())), "the change is in view");

        Fx.run(() -> code().fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 10, 10, 10, 10, false, false, false, false, true, false, 0, -200, 0, -200,
            ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
        Fx.run(() -> flow().scrollToTop(40));
        var top = topLine();
        choose("command-invoke", "enabled");
        assertEquals(first, shownFile());
        assertEquals(top, topLine());
        assertTrue(text("#change-counter").matches("\\d+ changes?"), text("#change-counter"));

        choose("command-invoke", "disabled");
        assertTrue(text("#change-counter").startsWith("1 of "), "nobody has scrolled since the last answer");
        assertNotEquals(first, shownFile());
    }

    @Test
    void files_opened_for_the_first_time_after_an_answer_show_its_first_change() {
        room.close();
        room = Room.showing(folder.resolve("wide"), 1280, 800, "shared-platform", Route.at(RIGHTS));
        choose(RIGHTS, "network-contributor");
        show(SidePanel.View.FILES);
        Fx.drain();
        int changed = Fx.call(() -> code().getSelectionModel().getSelectedIndex());
        assertNotEquals(Lines.Kind.SAME, Fx.call(() -> code().getItems().get(changed).source().kind()));
        assertTrue(inSight(changed));
    }

    @Test
    void marks_stay_while_one_goes_through_steps_and_tabs_and_can_be_stepped_through() {
        show(SidePanel.View.FILES);
        choose(RIGHTS, "network-contributor");
        var marks = marks();
        assertFalse(marks.isEmpty());
        go("sign-in");
        show(SidePanel.View.RECORD);
        show(SidePanel.View.FILES);
        assertEquals(marks, marks());

        Fx.run(() -> room.window.requestFocus());
        var counter = text("#change-counter");
        Fx.keys(KeyCode.F7);
        assertTrue(text("#change-counter").startsWith("2 of "), counter + " -> " + text("#change-counter"));
        Fx.keys(KeyCode.SHIFT, KeyCode.F7);
        assertEquals(counter, text("#change-counter"));
        var files = IntStream.range(0, 40).mapToObj(_ -> {
            Fx.keys(KeyCode.F7);
            return shownFile();
        }).collect(Collectors.toSet());
        assertEquals(Fx.call(() -> room.workshop.state().preview().changes()).size(), files.size(), "every changed file is passed");
    }

    @Test
    void a_line_leads_to_its_consideration_and_alt_backspace_back() {
        show(SidePanel.View.FILES);
        Fx.run(() -> panel().showFile("infra/prd-weu.bicepparam"));
        int line = Fx.call(() -> IntStream.range(0, code().getItems().size()).filter(i -> code().getItems().get(i).text().contains("disableRunCommand"))
            .findFirst().orElseThrow());
        Fx.run(() -> code().reveal(code().getItems().get(line).line()));
        assertEquals("from: Command invoke", text("#from"));
        Fx.click(Fx.call(() -> flow().getVisibleCell(line)));
        room.await(state -> state.consideration().equals("command-invoke"));
        assertEquals("infra/prd-weu.bicepparam", shownFile());
        Fx.keys(KeyCode.ALT, KeyCode.BACK_SPACE);
        room.await(state -> state.consideration().equals(RIGHTS));
        assertEquals("infra/prd-weu.bicepparam", shownFile());
    }

    @Test
    void the_tree_is_not_reordered_under_the_pointer() {
        show(SidePanel.View.FILES);
        var tree = (FileTree) Fx.find(".file-tree");
        choose("default-traffic", "");
        var before = Fx.call(() -> names(tree));
        var gone = before.stream().filter(name -> name.startsWith("kubernetes/clusters/prd-weu/") && name.endsWith("/network.yaml")).toList();
        assertFalse(gone.isEmpty(), "what the last answer took away is still listed");
        Fx.click(tree);
        Fx.run(() -> room.window.lookup("#undo").requestFocus());
        var items = Fx.call(() -> List.copyOf(tree.getRoot().getChildren()));
        choose("command-invoke", "enabled");
        assertEquals(before, Fx.call(() -> names(tree)), "the pointer is in the tree");
        Fx.move(Fx.find("#undo"));
        assertTrue(Fx.call(() -> names(tree)).stream().noneMatch(gone::contains), "now it is gone");
        assertEquals(items, Fx.call(() -> List.copyOf(tree.getRoot().getChildren())), "what stays is the same row");
    }

    @Test
    void a_text_is_found_in_the_open_file_and_copied() {
        show(SidePanel.View.FILES);
        Fx.run(() -> panel().showFile("infra/prd-weu.bicepparam"));
        Fx.run(() -> code().requestFocus());
        Fx.keys(KeyCode.CONTROL, KeyCode.F);
        Fx.type("disableruncommand");
        assertTrue(Fx.call(() -> code().getSelectionModel().getSelectedItem().text()).contains("disableRunCommand"));
        assertFalse(Fx.call(() -> room.window.lookupAll(".code-found")).isEmpty());
        Fx.keys(KeyCode.ESCAPE);
        assertTrue(Fx.call(() -> room.window.lookupAll(".code-found")).isEmpty());
        Fx.keys(KeyCode.CONTROL, KeyCode.C);
        assertEquals("disableRunCommand: true", Fx.call(() -> Clipboard.getSystemClipboard().getString()).strip());
    }

    @Test
    void the_record_marks_what_changed_and_gives_the_bar_to_words_of_the_room_only() {
        show(SidePanel.View.RECORD);
        assertEquals("", changed());
        choose(RIGHTS, "network-contributor");
        assertTrue(changed().contains("Cluster identity rights: Network Contributor"), changed());
        assertFalse(changed().contains("Which role does the cluster identity get"), changed());
        var bars = Fx.call(() -> room.window.lookupAll(".own-words").stream().map(PanelTest::words).toList());
        assertEquals(List.of(Fx.call(() -> room.workshop.state().design().decision(RIGHTS).because()).toLowerCase(java.util.Locale.ROOT)),
            bars.stream().map(words -> words.toLowerCase(java.util.Locale.ROOT)).toList());
    }

    @Test
    void a_sentence_of_the_record_leads_to_the_answer_it_names() {
        show(SidePanel.View.RECORD);
        var sentence = Fx.call(() -> room.window.lookupAll(".md-jump").stream().map(Text.class::cast)
            .filter(text -> text.getText().startsWith("The question arises because")).findFirst().orElseThrow());
        Fx.run(() -> sentence.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
            false, false, false, true, null)));
        room.await(state -> state.consideration().equals("own-network"));
        Fx.keys(KeyCode.ALT, KeyCode.BACK_SPACE);
        room.await(state -> state.consideration().equals(RIGHTS));
    }

    @Test
    void sentences_are_reached_one_by_one_by_key_and_enter_leads_where_a_click_does() {
        show(SidePanel.View.RECORD);
        var record = Fx.find("#record-text");
        Fx.run(record::requestFocus);
        Fx.keys(KeyCode.DOWN);
        var second = Fx.call(record::getAccessibleText);
        Fx.keys(KeyCode.DOWN);
        assertNotEquals(second, Fx.call(record::getAccessibleText));
        Fx.keys(KeyCode.UP);
        assertEquals(second, Fx.call(record::getAccessibleText));
        for (int i = 0; i < 200 && !Fx.call(record::getAccessibleText).contains("Own network parts"); i++) {
            Fx.keys(KeyCode.DOWN);
        }
        Fx.keys(KeyCode.ENTER);
        assertEquals(Route.at("own-network"), room.state().page());
    }

    @Test
    void the_file_of_a_change_is_in_sight_in_the_tree_and_its_divider_moves_by_key() {
        choose(RIGHTS, "network-contributor");
        show(SidePanel.View.FILES);
        Fx.drain();
        var tree = (TreeView<?>) Fx.find(".file-tree");
        var cell = Fx.call(() -> tree.lookupAll(".tree-cell").stream().filter(node -> ((TreeCell<?>) node).isSelected()).findFirst().orElseThrow());
        assertTrue(Fx.call(() -> tree.localToScene(tree.getLayoutBounds()).contains(cell.localToScene(cell.getLayoutBounds()))),
            "the selected file is in sight");
        double before = Fx.call(tree::getHeight);
        Fx.keys(KeyCode.ALT, KeyCode.SHIFT, KeyCode.PAGE_DOWN);
        assertTrue(Fx.call(tree::getHeight) > before);
    }

    @Test
    void f8_says_which_finding_it_led_to() {
        choose("control-plane-identity", "system-assigned");
        room.await(state -> state.findings().stream().anyMatch(StepFilter::isProblem));
        Fx.keys(KeyCode.F8);
        var toast = Fx.find("#toast");
        assertTrue(toast.isVisible());
        assertTrue(toast.getAccessibleText().startsWith("1 of "), toast.getAccessibleText());
        assertTrue(toast.getAccessibleText().endsWith(room.state().findings().stream().filter(StepFilter::isProblem).findFirst().orElseThrow().message()));
    }

    @Test
    void a_fix_is_one_change_that_says_so_and_can_be_undone() {
        var grants = room.state().design().rows("grants").stream()
            .map(row -> row.text("principal").equals("aks-sre") ? row.with("principal", "AKS-sre") : row).toList();
        go("grants");
        room.take(new Action.Answered("grants", new Answer.Table(grants), room.workshop.now()));
        room.rendered();
        show(SidePanel.View.GUIDANCE);
        var broken = room.state().design();
        Fx.clickSeen(Fx.find("Use aks-sre"), 1);
        room.rendered();
        assertNotEquals(broken, room.state().design());
        assertTrue(Fx.call(() -> room.window.lookupAll(".note-success .label").stream().map(node -> ((Labeled) node).getText())
            .anyMatch(text -> text.matches("Fixed\\. \\d+ files? changed\\."))));
        Fx.click(Fx.call(() -> room.window.lookup(".note-success .button")));
        room.rendered();
        assertEquals(broken, room.state().design());
        assertFalse(Fx.call(() -> !room.window.lookupAll(".note-success").isEmpty()), "until the next change");
    }

    @Test
    void a_rail_opens_over_the_page_and_escape_closes_it() {
        go("grants");
        room.rendered();
        var page = Fx.call(() -> room.window.lookup("#page"));
        double width = Fx.call(() -> page.getLayoutBounds().getWidth());
        Fx.click(Fx.call(() -> room.window.lookupAll(".panel-rail .button").stream().skip(1).findFirst().orElseThrow()));
        assertTrue(Fx.exists(".file-tree"));
        assertEquals(width, Fx.call(() -> page.getLayoutBounds().getWidth()));
        Fx.keys(KeyCode.ESCAPE);
        assertFalse(Fx.exists(".file-tree"));
        assertEquals(width, Fx.call(() -> page.getLayoutBounds().getWidth()));
    }

    private void go(String consideration) {
        room.take(new Action.Go(Route.at(consideration)));
        room.rendered();
    }

    private void choose(String consideration, String option) {
        room.take(new Action.Answered(consideration, new Answer.Choice(option), room.workshop.now()));
        room.rendered();
    }

    private void show(SidePanel.View view) {
        Fx.run(() -> room.window.show(view));
    }

    private SidePanel panel() {
        return (SidePanel) room.window.lookup("#panel");
    }

    private CodeView code() {
        return (CodeView) room.window.lookup(".files .code-view");
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) code().lookup(".virtual-flow");
    }

    private String shownFile() {
        return Fx.call(() -> ((Labeled) room.window.lookup(".file-head .path")).getText());
    }

    private String text(String query) {
        return Fx.call(() -> ((Labeled) room.window.lookup(query)).getText());
    }

    private boolean inSight(int row) {
        return Fx.call(() -> flow().getFirstVisibleCell().getIndex() <= row && row <= flow().getLastVisibleCell().getIndex());
    }

    private String topLine() {
        return Fx.call(() -> code().getItems().get(flow().getFirstVisibleCell().getIndex()).text());
    }

    private List<String> marks() {
        return Fx.call(() -> code().getItems().stream().filter(row -> row.source().kind() != Lines.Kind.SAME).map(CodeRows.CodeRow::text).toList());
    }

    private String changed() {
        return Fx.call(() -> room.window.lookupAll(".md-text").stream().map(Text.class::cast).filter(Text::isUnderline).map(Text::getText)
            .collect(Collectors.joining("\n")));
    }

    private static String words(javafx.scene.Node node) {
        return node.lookupAll(".md-text").stream().map(text -> ((Text) text).getText()).collect(Collectors.joining());
    }

    private static List<String> names(FileTree tree) {
        return names(tree.getRoot());
    }

    private static List<String> names(TreeItem<FileTree.Entry> item) {
        return item.getChildren().stream().flatMap(child -> java.util.stream.Stream.concat(java.util.stream.Stream.of(child.getValue().path()),
            names(child).stream())).toList();
    }
}
