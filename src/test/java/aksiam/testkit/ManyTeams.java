package aksiam.testkit;

import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Large designs: the shared platform with as many teams as asked for, three namespaces, one flow and one workload each. */
public final class ManyTeams {
    private ManyTeams() {
    }

    public static Design of(int teams) {
        var design = Designs.read("shared-platform");
        var cluster = design.rows("clusters").getFirst().text("name");
        var subscription = design.text("default-subscription");
        var principals = new ArrayList<>(
            design.rows("principals").stream().filter(row -> !row.text("name").matches("(aks|sp)-.*-(dev|deploy|oncall)")).toList());
        var rows = new ArrayList<Row>();
        var flows = new ArrayList<Row>();
        var workloads = new ArrayList<Row>();
        for (int i = 0; i < teams; i++) {
            var team = "team-" + String.format(java.util.Locale.ROOT, "%04d", i);
            principals.add(principal(team + "-dev", "group"));
            principals.add(principal(team + "-deploy", "pipeline"));
            rows.add(Row.of("name", team, "principals", List.of(team + "-dev", team + "-deploy"), "clusters", List.of(cluster), "namespaces",
                List.of(team, team + "-jobs", team + "-edge"), "quotaCpu",
                Integer.toString(2 + i % 7), "quotaMemory", 4 + i % 9 + "Gi", "quotaPods", 20 + i % 11, "requestCpu", "100m", "requestMemory", "128Mi",
                "limitCpu", "500m", "limitMemory", "512Mi"));
            if (i > 0) {
                flows.add(Row.of("fromTeam", team, "toTeam", "team-" + String.format(java.util.Locale.ROOT, "%04d", i - 1), "port", 8000 + i % 900, "reason",
                    "Calls its neighbour"));
            }
            workloads.add(Row.of("name", "api", "namespace", team, "serviceAccount", "api", "clusters", List.of(cluster), "identity", "id-" + team, "targets",
                List.of(Row.of("service", "key-vault", "resource",
                    "/subscriptions/" + subscription + "/resourceGroups/rg-data/providers/Microsoft.KeyVault/vaults/kv-" + team, "role",
                    "Key Vault Secrets User", "objects", List.of("secret/one")))));
        }
        var own = design.rows("grants").stream().filter(row -> !row.text("scope").contains("/") || row.text("scope").startsWith("/"))
            .filter(row -> principals.stream().anyMatch(p -> p.text("name").equals(row.text("principal"))))
            .toList();
        return design.with("principals", new Answer.Table(principals)).with("teams", new Answer.Table(rows)).with("flows", new Answer.Table(flows))
            .with("workloads", new Answer.Table(workloads))
            .with("grants", new Answer.Table(own)).without("visibility");
    }

    private static Row principal(String name, String kind) {
        return Row.of("name", name, "kind", kind, "objectId", UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString());
    }
}
