package aksiam.testkit;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures for documents: as small as PNG makes them with 256 colours that look like those of the window. */
public final class Pictures {
    private static final int COLOURS = 256;
    /** Square of how far two colours are apart before both are worth a place. */
    private static final int APART = 40;

    private Pictures() {
    }

    /**
     * Copies a picture; each colour becomes the nearest of 256. These are taken from the most frequent one on, but none that is hardly different from one
     * before it: else the many greys of letters would leave no place for a small red mark.
     */
    public static void shrink(Path from, Path to) throws IOException {
        var image = ImageIO.read(from.toFile());
        var counts = new HashMap<Integer, Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        var palette = palette(counts);
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        var small = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        var nearest = new HashMap<Integer, Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int index = nearest.computeIfAbsent(image.getRGB(x, y) & 0xffffff, colour -> nearest(palette, colour));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        Files.createDirectories(to.getParent());
        ImageIO.write(small, "png", to.toFile());
    }

    private static int[] palette(Map<Integer, Integer> counts) {
        var byCount = counts.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
            .mapToInt(Map.Entry::getKey).toArray();
        var palette = new int[COLOURS];
        int size = 0;
        for (int colour : byCount) {
            if (size < COLOURS && (size == 0 || distance(palette[nearest(Arrays.copyOf(palette, size), colour)], colour) > APART)) {
                palette[size++] = colour;
            }
        }
        return Arrays.copyOf(palette, size);
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int distance = distance(palette[i], colour);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
            distance += difference * difference;
        }
        return distance;
    }
}
