package aksiam.model.rows;

import aksiam.model.RowType;

/** The row types, each read once. */
public final class Tables {
    public static final RowType<Person> PEOPLE = RowType.of(Person.class);
    public static final RowType<Environment> ENVIRONMENTS = RowType.of(Environment.class);
    public static final RowType<Cluster> CLUSTERS = RowType.of(Cluster.class);
    public static final RowType<Subscription> SUBSCRIPTIONS = RowType.of(Subscription.class);
    public static final RowType<Tag> TAGS = RowType.of(Tag.class);
    public static final RowType<ClusterChange> CLUSTER_CHANGES = RowType.of(ClusterChange.class);
    public static final RowType<LogDestination> LOG_DESTINATIONS = RowType.of(LogDestination.class);
    public static final RowType<Principal> PRINCIPALS = RowType.of(Principal.class);
    public static final RowType<Team> TEAMS = RowType.of(Team.class);
    public static final RowType<Flow> FLOWS = RowType.of(Flow.class);
    public static final RowType<Visibility> VISIBILITY = RowType.of(Visibility.class);
    public static final RowType<Persona> PERSONAS = RowType.of(Persona.class);
    public static final RowType<AzureRole> AZURE_ROLES = RowType.of(AzureRole.class);
    public static final RowType<Grant> GRANTS = RowType.of(Grant.class);
    public static final RowType<Activation> ACTIVATIONS = RowType.of(Activation.class);
    public static final RowType<Workload> WORKLOADS = RowType.of(Workload.class);
    public static final RowType<ServicePrincipal> SERVICE_PRINCIPALS = RowType.of(ServicePrincipal.class);
    public static final RowType<SignOff> SIGN_OFFS = RowType.of(SignOff.class);

    private Tables() {
    }
}
