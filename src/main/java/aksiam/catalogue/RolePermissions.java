package aksiam.catalogue;

import aksiam.domain.BuiltInRoles;
import aksiam.domain.Permissions;
import aksiam.plan.CustomRole;
import aksiam.plan.Plan;
import aksiam.plan.Role;
import java.util.Collection;
import java.util.Optional;

/** What the Azure roles of a plan allow: custom ones by their definition, built-in ones by our data. */
public final class RolePermissions {
    private RolePermissions() {
    }

    /** Empty for a role that our data does not hold. */
    public static Optional<Permissions> of(Role role, Plan plan) {
        return of(role, plan.customRoles());
    }

    /** The same while a plan is being made. */
    public static Optional<Permissions> of(Role role, Collection<CustomRole> custom) {
        return custom.stream().filter(own -> own.guid().equalsIgnoreCase(role.guid())).findFirst()
            .map(own -> new Permissions(own.actions(), own.notActions(), own.dataActions(), own.notDataActions()))
            .or(() -> BuiltInRoles.findByGuid(role.guid()).map(BuiltInRoles.Role::permissions));
    }
}
