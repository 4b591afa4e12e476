package aksiam.generate.guide;

import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.testkit.Designs;
import org.junit.jupiter.api.Test;

/** What others have to make before the first stage. */
class PrerequisitesTest {
    @Test
    void databasesAndManagementGroupsAreNamedToo() {
        var design = Designs.read("cluster-in-use");
        var lines = Prerequisites.resources(Catalogue.plan(design), design);
        assertTrue(lines.contains("management group mg-apps"), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("sql-prod/orders (Microsoft.Sql/servers/databases) in resource group ")), lines::toString);
    }
}
