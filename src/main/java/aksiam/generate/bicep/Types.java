package aksiam.generate.bicep;

import aksiam.domain.ResourceTypes;
import java.util.Map;
import java.util.stream.Collectors;

/** Resource types with their API versions, by their last name, as templates print them. */
final class Types {
    static final Map<String, String> ALL = ResourceTypes.all().stream()
        .collect(Collectors.toUnmodifiableMap(type -> type.type().substring(type.type().lastIndexOf('/') + 1), ResourceTypes.ResourceType::reference,
            (first, _) -> first));

    /** Only for options chosen in preview. */
    static final String PREVIEW_CLUSTERS = "Microsoft.ContainerService/managedClusters@2026-05-02-preview";

    private Types() {
    }
}
