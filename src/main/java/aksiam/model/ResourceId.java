package aksiam.model;

import java.util.ArrayList;
import java.util.List;

/** Full id of an Azure resource, resource group or subscription, as typed. */
public record ResourceId(String text) {
    public static final ResourceId NONE = new ResourceId("");

    public boolean isKnown() {
        return !text.isEmpty() && Format.RESOURCE_ID.fits(text);
    }

    /** GUID of the subscription, empty when there is none. */
    public String subscription() {
        return after("subscriptions");
    }

    /** Name of the resource group, empty when there is none. */
    public String resourceGroup() {
        return after("resourceGroups");
    }

    /** Type such as Microsoft.Network/virtualNetworks/subnets, empty for a resource group or subscription. */
    public String type() {
        var parts = segments();
        int at = lastProvider(parts);
        if (at < 0) {
            return "";
        }
        var type = new StringBuilder(parts.get(at + 1));
        for (int i = at + 2; i < parts.size(); i += 2) {
            type.append('/').append(parts.get(i));
        }
        return type.toString();
    }

    /** Names from the outermost to the innermost resource, such as [vnet, subnet]. */
    public List<String> names() {
        var parts = segments();
        int at = lastProvider(parts);
        if (at < 0) {
            return List.of();
        }
        var names = new ArrayList<String>();
        for (int i = at + 3; i < parts.size(); i += 2) {
            names.add(parts.get(i));
        }
        return List.copyOf(names);
    }

    /** Name of the resource itself, empty for a resource group or subscription. */
    public String name() {
        var names = names();
        return names.isEmpty() ? "" : names.getLast();
    }

    /** Id of the resource that holds this one: the virtual network of a subnet. This id itself when there is none. */
    public ResourceId parent() {
        return names().size() < 2 ? this : new ResourceId(text.substring(0, text.lastIndexOf('/', text.lastIndexOf('/') - 1)));
    }

    private static int lastProvider(List<String> parts) {
        for (int i = parts.size() - 2; i >= 0; i--) {
            if (parts.get(i).equalsIgnoreCase("providers") && parts.get(i + 1).contains(".")) {
                return i;
            }
        }
        return -1;
    }

    private String after(String key) {
        var parts = segments();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            if (parts.get(i).equalsIgnoreCase(key)) {
                return parts.get(i + 1);
            }
        }
        return "";
    }

    private List<String> segments() {
        var parts = new ArrayList<>(List.of(text.split("/")));
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
