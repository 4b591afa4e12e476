package aksiam.generate.kubernetes;

import aksiam.generate.Escaping;
import aksiam.plan.Plan;
import aksiam.plan.Workload;
import java.util.List;
import java.util.Locale;

/**
 * A SecretProviderClass: what the Secrets Store CSI driver mounts of one vault for one workload.
 *
 * @param tenant  of the vault, empty while the tenant is not settled
 * @param objects in the notation of the driver, one line each
 */
public record SecretMount(Meta meta, String vault, String tenant, List<String> objects) {
    /** How a pod mounts it. */
    public record Volume(String vault, String secretProviderClass) {
    }

    static List<SecretMount> of(Workload workload, Plan plan) {
        return workload.mounts().stream()
            .map(mount -> new SecretMount(Meta.of(className(workload, mount), workload.namespace(), List.of("key-vault-access", workload.consideration())),
                vaultOf(mount), plan.tenant(), mount.objects().stream().map(SecretMount::object).toList()))
            .toList();
    }

    static List<Volume> volumes(Workload workload) {
        return workload.mounts().stream().map(mount -> new Volume(vaultOf(mount), className(workload, mount))).toList();
    }

    private static String className(Workload workload, Workload.VaultMount mount) {
        return workload.name() + "-" + vaultOf(mount);
    }

    private static String vaultOf(Workload.VaultMount mount) {
        return mount.vault().name().toLowerCase(Locale.ROOT);
    }

    /** One entry of the driver's list, from text such as secret/db-password. */
    private static String object(String text) {
        int slash = text.indexOf('/');
        return "{objectName: " + Escaping.yaml(text.substring(slash + 1)) + ", objectType: " + Escaping.yaml(slash < 0 ? "secret" : text.substring(0, slash))
            + "}";
    }
}
