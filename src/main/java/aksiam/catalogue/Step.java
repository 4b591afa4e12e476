package aksiam.catalogue;

import java.util.List;

/**
 * A step of the workshop.
 *
 * @param number from 1
 * @param id     kebab case
 */
public record Step(int number, String id, String title, List<Consideration> considerations) {
    public Step {
        considerations = List.copyOf(considerations);
    }
}
