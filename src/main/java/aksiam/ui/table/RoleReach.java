package aksiam.ui.table;

import aksiam.domain.Escalations;
import aksiam.domain.Operations;
import aksiam.domain.Operations.Operation;
import aksiam.model.Row;
import aksiam.ui.parts.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the lines of a custom Azure role amount to, over the operations of our list: what is granted, excluded, and stays open among the sensitive ones. */
record RoleReach(List<String> actions, List<String> notActions, List<String> dataActions, List<String> notDataActions) {

    /** How an operation stands in a role. */
    enum Standing {
        ABSENT, GRANTED, EXCLUDED
    }

    static RoleReach of(Row role) {
        return new RoleReach(role.list("actions"), role.list("notActions"), role.list("dataActions"), role.list("notDataActions"));
    }

    Standing standing(Operation operation) {
        return standing(operation.name(), operation.data());
    }

    Standing standing(String operation, boolean data) {
        if (!Operations.covers(data ? dataActions : actions, operation)) {
            return Standing.ABSENT;
        }
        return Operations.covers(data ? notDataActions : notActions, operation) ? Standing.EXCLUDED : Standing.GRANTED;
    }

    /** The sensitive operations that stand like this. */
    List<Operation> sensitive(Standing standing) {
        return Operations.all().stream().filter(operation -> operation.isSensitive() && standing(operation) == standing).toList();
    }

    /** The name without the provider, where it is AKS as for most operations of the list. */
    static String shortName(String operation) {
        return operation.startsWith(Operations.LISTED) ? operation.substring(Operations.LISTED.length()) : operation;
    }

    /** What an operation does: the note of our list, else its kind and resource. */
    static String effect(Operation operation) {
        if (!operation.note().isEmpty()) {
            return operation.note();
        }
        var resource = shortName(operation.name()).replaceFirst("/(read|write|delete|action)$", "").replaceFirst("^managedClusters/", "");
        if (resource.equals("managedClusters")) {
            return operation.kind() + " clusters";
        }
        if (operation.data()) {
            return operation.kind() + " " + resource;
        }
        // "agentPools/upgradeProfiles/read" reads upgrade profiles of agent pools; "agentPools/abort/action" says itself what is done to agent pools.
        var words = Stream.of(resource.split("/")).map(RoleReach::words).toList().reversed();
        return operation.kind().equals("action")
            ? (words.size() > 1 ? String.join(" of ", words.subList(1, words.size())) + ": " : "") + words.getFirst()
            : operation.kind() + " " + String.join(" of ", words);
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** The part of its effect that matters in a sentence. */
    private static String brief(Operation operation) {
        var effect = effect(operation).replaceFirst("^.*; also lets the holder ", "");
        return effect.replaceFirst("( \\(|[;,] ).*$", "");
    }

    /** What it allows, in words. */
    String can() {
        var parts = new ArrayList<String>();
        if (actions.stream().anyMatch(action -> action.strip().equals("*"))) {
            parts.add(Messages.get("roles.can.all"));
        } else if (!actions.isEmpty()) {
            parts.add(Messages.get("roles.can.management", granted(false), all(false)));
            long outside = actions.stream().filter(action -> Operations.matching(action.strip(), false).stream().noneMatch(Operation::isOfAks)).count();
            if (outside > 0) {
                parts.add(Messages.get("roles.can.outside", outside));
            }
        }
        if (!dataActions.isEmpty()) {
            parts.add(Messages.get("roles.can.data", granted(true), all(true)));
        } else if (!actions.isEmpty()) {
            parts.add(Messages.get("roles.can.nodata"));
        }
        return parts.isEmpty() ? Messages.get("roles.can.nothing") : Nouns.and(parts) + ".";
    }

    /** What it was kept from, in words; empty when nothing is excluded. That it can give no rights is said only where every line is known. */
    String cannot() {
        var kept = new ArrayList<String>();
        if (cannotGrant()) {
            kept.add(Messages.get("roles.grantrights"));
        }
        sensitive(Standing.EXCLUDED).stream().map(RoleReach::brief).distinct().forEach(kept::add);
        return some(kept, 4);
    }

    private boolean cannotGrant() {
        return !actions.isEmpty() && actions.stream().allMatch(action -> isKnownInFull(action.strip(), false))
            && dataActions.stream().allMatch(action -> isKnownInFull(action.strip(), true))
            && Escalations.granting().noneMatch(way -> way.isOpenTo(actions, notActions) || way.isOpenInsideTo(dataActions, notDataActions));
    }

    /** A wildcard over another provider may hold what our list does not. */
    private static boolean isKnownInFull(String line, boolean data) {
        return Operations.isKnown(line, data) && (!line.contains("*") || Operations.isOfListedProvider(line));
    }

    /** Which sensitive operations stay in, in words; empty when none does. Those on rights come first. */
    String open() {
        var open = Stream.concat(Escalations.granting().filter(way -> way.isOpenTo(actions, notActions)).map(Escalations.Way::opens),
            sensitive(Standing.GRANTED).stream().map(RoleReach::brief)).distinct().toList();
        return open.isEmpty() ? "" : Messages.get("roles.itcan", some(open, 3));
    }

    private static String some(List<String> effects, int most) {
        var shown = new ArrayList<>(effects.subList(0, Math.min(most, effects.size())));
        if (effects.size() > most) {
            shown.add(Messages.get("roles.others", effects.size() - most));
        }
        return effects.isEmpty() ? "" : Nouns.and(shown) + ".";
    }

    private long granted(boolean data) {
        return Operations.all().stream().filter(operation -> operation.isOfAks() && operation.data() == data && standing(operation) == Standing.GRANTED)
            .count();
    }

    private static long all(boolean data) {
        return Operations.all().stream().filter(operation -> operation.isOfAks() && operation.data() == data).count();
    }
}
