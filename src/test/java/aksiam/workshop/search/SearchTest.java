package aksiam.workshop.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Outputs;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Answer;
import aksiam.model.Place;
import aksiam.model.Row;
import aksiam.rules.Check;
import aksiam.rules.Finding;
import aksiam.store.Presets;
import aksiam.workshop.Page;
import aksiam.workshop.search.Item.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final Search SEARCH = platform();

    private static Search platform() {
        var design = Presets.design("shared-platform");
        var source = Source.of(design);
        var commands = List.of(new Item(Kind.COMMAND, "Next step", List.of(), "Alt+Down", new Target.Run(0)),
            new Item(Kind.COMMAND, "Larger type", List.of(), "Ctrl++", new Target.Run(1)));
        return Search.over(Items.ofCatalogue()).and(Items.of(design, Check.findings(design), Outputs.render(source, Templates.embedded()))).and(commands);
    }

    @Test
    void a_team_is_found_by_its_name_before_everything_that_mentions_it() {
        var best = best("payments");
        assertEquals(Kind.ROW, best.item().kind());
        assertEquals("payments", best.item().title());
        assertEquals(new Page.At(6, "teams"), ((Target.Cell) best.item().target()).page());
    }

    @Test
    void initials_find_what_is_written_out() {
        assertTrue(titles("kv").stream().anyMatch(title -> title.contains("Key Vault")), titles("kv").toString());
        assertTrue(titles("sp").contains("Service principal"), titles("sp").toString());
    }

    @Test
    void words_are_found_in_any_order_and_number() {
        assertTrue(titles("node ssh").stream().anyMatch(title -> title.contains("SSH")), titles("node ssh").toString());
        assertEquals(titles("node ssh"), titles("ssh nodes"));
        assertEquals("Control plane identity", best("plane control").item().title());
    }

    @Test
    void abbreviations_of_the_field_are_known() {
        assertTrue(titles("acr").stream().anyMatch(title -> title.contains("egistry")), titles("acr").toString());
        assertTrue(titles("netpol").stream().anyMatch(title -> title.toLowerCase(java.util.Locale.ROOT).contains("network polic")),
            titles("netpol").toString());
    }

    @Test
    void the_start_of_a_title_goes_before_the_start_of_a_word_and_that_before_the_inside() {
        var items = List.of(item("unsecured"), item("The secure one"), item("Secure"));
        var found = Search.over(items).find("secure", 9).getFirst();
        assertEquals(List.of("Secure", "The secure one", "unsecured"), found.hits().stream().map(hit -> hit.item().title()).toList());
    }

    @Test
    void what_was_typed_is_marked_where_it_stands() {
        var hit = best("plane");
        assertEquals(List.of(new Hit.Part("Control ", false), new Hit.Part("plane", true), new Hit.Part(" identity", false)), hit.title());
        var line = new Item(Kind.OPTION, "Service principal", List.of("App registration", "Secret lives 1 year"), "", new Target.Run(0));
        assertEquals(List.of(new Hit.Part("Secret", true), new Hit.Part(" lives 1 year", false)),
            Search.over(List.of(line)).find("secrets", 9).getFirst().hits().getFirst().line());
    }

    @Test
    void a_sign_finds_commands_only() {
        assertEquals(List.of("Next step", "Larger type"), titles(">"));
        assertEquals(List.of("Next step"), titles("> step"));
        assertEquals(List.of(), titles(""));
        assertEquals(List.of(), titles("zzzzqq"));
    }

    @Test
    void everything_in_the_catalogue_is_found_by_its_own_title() {
        for (var consideration : Catalogue.all()) {
            var hits = SEARCH.find(consideration.title(), 3).stream().flatMap(group -> group.hits().stream()).map(hit -> hit.item().title()).toList();
            assertTrue(hits.contains(consideration.title()), consideration.title() + " finds " + hits);
        }
    }

    @Test
    void a_finding_leads_to_its_cell() {
        var finding = new Finding(Finding.Kind.MALFORMED_VALUE, "teams", Place.answer("teams").at(2).key("quotaCpu"), "x");
        assertEquals(new Target.Cell(new Page.At(6, "teams"), 2, "quotaCpu"), Target.of(finding));
        assertEquals(new Target.Place(new Page.At(2, "kubelet-identity")),
            Target.of(new Finding(Finding.Kind.IMPOSSIBLE_OPTION, "kubelet-identity", Place.answer("kubelet-identity"), "x")));
    }

    @Test
    void more_hits_than_are_told_are_counted() {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < 1_000; i++) {
            rows.add(Row.of("name", "team-" + i));
        }
        var design = Presets.design("small-team").with("teams", new Answer.Table(rows));
        var group = Search.over(Items.of(design, List.of(), List.of())).find("team-9", 5).getFirst();
        assertEquals(111, group.total());
        assertEquals("team-9", group.hits().getFirst().item().title());
        assertEquals(5, group.hits().size());
    }

    private static Item item(String title) {
        return new Item(Kind.OPTION, title, List.of(), "", new Target.Run(0));
    }

    private static Hit best(String typed) {
        return SEARCH.find(typed, 5).getFirst().hits().getFirst();
    }

    private static List<String> titles(String typed) {
        return SEARCH.find(typed, 50).stream().flatMap(group -> group.hits().stream()).map(hit -> hit.item().title()).collect(Collectors.toList());
    }
}
