package aksiam.catalogue.steps;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.model.Format;
import aksiam.model.rows.Tables;
import java.util.List;

/** Considerations of this step. */
public final class ScopeStep {
    static final Consideration NAME = Consideration.text("design-name", "Name", "What is this design called?", Format.ANY, "Contoso container platform");

    static final Consideration ORGANISATION = Consideration.text("organisation", "Organisation", "Whose platform is it?", Format.ANY, "Contoso");

    static final Consideration PEOPLE = Consideration.rows("people", "People", "Who decides, who is consulted, who is informed?", Tables.PEOPLE);

    static final Consideration TENANT = Consideration.text("tenant", "Tenant", "Which Entra tenant do the subscriptions trust?", Format.GUID, "3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11");

    static final Consideration DEFAULT_SUBSCRIPTION = Consideration.text("default-subscription", "Default subscription", "Which subscription holds a cluster that names none?", Format.GUID, "b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10");

    static final Consideration ENVIRONMENTS = Consideration.rows("environments", "Environments", "Which stages of delivery are there?", Tables.ENVIRONMENTS);

    static final Consideration REGIONS = Consideration.oneOf("regions", "Regions", "How are the clusters spread over regions?",
        Option.of("one-region", "One region", ""),
        Option.of("active-passive", "Two regions, one stands by", ""),
        Option.of("active-active", "Several regions, all active", ""));

    static final Consideration CLUSTER_FLAVOUR = Consideration.oneOf("cluster-flavour", "Cluster flavour", "AKS Standard or AKS Automatic?",
        Option.of("standard", "AKS Standard", ""),
        Option.of("automatic", "AKS Automatic", ""));

    static final Consideration CLUSTER_ORIGIN = Consideration.oneOf("cluster-origin", "New or existing cluster", "Are the clusters created by this design, or there already?",
        Option.of("new", "New clusters", ""),
        Option.of("existing", "Existing clusters", ""));

    static final Consideration CLUSTERS = Consideration.rows("clusters", "Clusters", "Which clusters are there?", Tables.CLUSTERS);

    static final Consideration REGULATORY_CLASS = Consideration.oneOf("regulatory-class", "Regulatory class", "Which rules from outside apply?",
        Option.of("none", "None", ""),
        Option.of("confidential", "Confidential data", ""),
        Option.of("pci-dss", "PCI DSS", ""),
        Option.of("health", "Health data", ""),
        Option.of("other", "Another regulation", ""));

    public static final List<Consideration> ALL = List.of(NAME, ORGANISATION, PEOPLE, TENANT, DEFAULT_SUBSCRIPTION, ENVIRONMENTS, REGIONS, CLUSTER_FLAVOUR, CLUSTER_ORIGIN, CLUSTERS, REGULATORY_CLASS);

    private ScopeStep() {
    }
}
