package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void equal_texts_have_no_changed_line() {
        assertEquals("=a =b", shown("a\nb\n", "a\nb\n"));
    }

    @Test
    void added_lines_are_marked_and_removed_ones_counted_where_they_stood() {
        assertEquals("=a +x =b", shown("a\nb\n", "a\nx\nb\n"));
        assertEquals("=a -2 =d", shown("a\nb\nc\nd\n", "a\nd\n"));
        assertEquals("=a ~x =c", shown("a\nb\nc\n", "a\nx\nc\n"));
        assertEquals("=a -1 =c +x =d", shown("a\nb\nc\nd\n", "a\nc\nx\nd\n"));
    }

    @Test
    void of_replaced_lines_as_many_as_went_are_changed() {
        assertEquals("=a ~x ~y +z =d", shown("a\nb\nc\nd\n", "a\nx\ny\nz\nd\n"));
        assertEquals("=a ~x -2 =e", shown("a\nb\nc\nd\ne\n", "a\nx\ne\n"));
    }

    @Test
    void a_new_file_is_all_added_and_a_gone_one_all_removed() {
        assertEquals("+a +b", shown("", "a\nb\n"));
        assertEquals("-2", shown("a\nb\n", ""));
    }

    private static String shown(String old, String now) {
        return Lines.compare(old, now).stream().map(line -> switch (line.kind()) {
            case SAME -> "=" + line.text();
            case ADDED -> "+" + line.text();
            case CHANGED -> "~" + line.text();
            case REMOVED -> "-" + line.number();
        }).collect(Collectors.joining(" "));
    }
}
