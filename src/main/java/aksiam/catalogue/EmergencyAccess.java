package aksiam.catalogue;

import aksiam.model.Design;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.Subject;
import java.util.List;

/**
 * Who gets into a cluster when sign-in or PIM fails, by the procedure that the design chose.
 *
 * @param holders      those who hold what it takes; empty: nobody
 * @param localAccounts who else comes in while local accounts stay on
 */
public record EmergencyAccess(PlannedCluster cluster, List<Holder> holders, List<String> localAccounts) {
    /**
     * @param text            who, and how the right is held
     * @param activated       what has to be activated first; empty: PIM is not needed
     * @param lacksKubeconfig whether the design gives no right to fetch a kubeconfig
     */
    public record Holder(String who, String text, List<String> activated, boolean lacksKubeconfig) {
        static Holder of(Subject subject, String how, List<String> activated, boolean lacksKubeconfig) {
            return new Holder(subject.label(), subject.label() + " (" + how + ")", activated, lacksKubeconfig);
        }

        public boolean needsPim() {
            return !activated.isEmpty();
        }
    }

    /** Those who can run the commands. */
    public List<Holder> able() {
        return holders.stream().filter(holder -> !holder.lacksKubeconfig()).toList();
    }

    /** Those who would be let in and cannot fetch a kubeconfig. */
    public List<Holder> withoutKubeconfig() {
        return holders.stream().filter(Holder::lacksKubeconfig).toList();
    }

    /** Whether everybody who holds what it takes has to activate it first, so that nobody gets in when PIM fails. */
    public boolean dependsOnPim() {
        return !holders.isEmpty() && holders.stream().allMatch(Holder::needsPim);
    }

    /** Everything that has to be activated, with who does. */
    public List<String> activations() {
        return able().stream().flatMap(holder -> holder.activated().stream().map(right -> holder.who() + ": " + right)).distinct().toList();
    }

    /** Whether the design names a procedure: an answer, and not "None". */
    public static boolean isChosen(Design design) {
        var chosen = design.choice("break-glass");
        return Catalogue.find("break-glass").filter(consideration -> consideration.appliesTo(design) && consideration.option(chosen).isPresent()).isPresent()
            && !chosen.equals("none");
    }

    /** Whether local accounts are turned on for it. */
    public static boolean isByLocalAccounts(Design design) {
        return design.choice("break-glass").equals("reenable-local-accounts");
    }

    /** One of each cluster; none when no procedure is chosen. */
    public static List<EmergencyAccess> of(Design design, Plan plan) {
        var search = new EmergencySearch(design, plan, isByLocalAccounts(design), new Kubeconfigs(design, plan));
        return isChosen(design) ? plan.clusters().stream().map(search::of).toList() : List.of();
    }
}
