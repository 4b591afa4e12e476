package aksiam.generate.bicep;

/** A tool that the scripts of a bundle call, with the oldest version that has what they use. */
public enum Tool {
    AZURE_CLI("Azure CLI", "2.54.0", "it deploys a parameter file that names its template, with further parameters beside it",
        "github.com/Azure/azure-cli/pull/27527, 2023-11"),
    BICEP("Bicep CLI", "0.34.1", "it knows types that are derived from resources",
        "azure.github.io/Azure-Verified-Modules/spec/BCPNFR1, read 2026-11-29"),
    KUBECTL("kubectl", "1.22", "its kustomize (4.2.0) replaces values under keys with dots; Kubernetes supports it within one minor version of a cluster",
        "github.com/kubernetes-sigs/kustomize/pull/3984 and the table of versions in the README of kustomize, read 2026-11-29"),
    KUBELOGIN("kubelogin", "0.0.14", "it converts the kubeconfig of a cluster from Kubernetes 1.24 on to the sign-in of Azure CLI",
        "github.com/Azure/kubelogin/releases, v0.0.14, read 2026-11-29");

    private final String title;
    private final String minimum;
    private final String why;
    private final String source;

    Tool(String title, String minimum, String why, String source) {
        this.title = title;
        this.minimum = minimum;
        this.why = why;
        this.source = source;
    }

    public String title() {
        return title;
    }

    public String minimum() {
        return minimum;
    }

    /** Ends the sentence "this version or newer, because ...". */
    public String why() {
        return why;
    }

    public String source() {
        return source;
    }
}
