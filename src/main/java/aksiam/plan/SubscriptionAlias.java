package aksiam.plan;

/**
 * What people call a subscription.
 *
 * @param subscription its id in small letters
 */
public record SubscriptionAlias(String subscription, String alias) {
}
