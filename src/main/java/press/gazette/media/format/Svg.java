package press.gazette.media.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * The size of an SVG in CSS pixels (SVG 2 §7). The file is read to its end: one that is cut off, that declares entities
 * or attributes, or that has scripts is rejected. What slips through must not run at readers either, so SVG is served with a policy.
 */
public record Svg(int width, int height) {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private static final Set<String> ACTIVE = Set.of("script", "foreignobject", "iframe", "object", "embed", "handler");

    private static final Pattern LENGTH =
            Pattern.compile("((?:[0-9]++(?:[.][0-9]++)?|[.][0-9]++)(?:[eE][+-]?[0-9]++)?)([a-zA-Z]*+)");

    /** One without declarations. With some, the parser of the JDK may lose the beginning of this text, but never its end. */
    private static final Pattern DOCTYPE =
            Pattern.compile("<!DOCTYPE\\s++svg(?:\\s++(?:PUBLIC\\s++LITERAL\\s++|SYSTEM\\s++)LITERAL)?\\s*+>"
                    .replace("LITERAL", "(?:'[^']*+'|\"[^\"]*+\")"));

    private static final String INSTRUCTION =
            "The SVG has a processing instruction, such as the link to a style sheet; save it without any.";

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    /** CSS pixels in a unit (CSS Values 4 §6.2). Others depend on the page around. */
    private static final Map<String, Double> UNITS = Map.of(
            "",
            1.0,
            "px",
            1.0,
            "in",
            96.0,
            "cm",
            96 / 2.54,
            "mm",
            96 / 25.4,
            "q",
            96 / 101.6,
            "pt",
            96 / 72.0,
            "pc",
            16.0);

    private static final int BOX_NUMBERS = 4;
    private static final int BOX_WIDTH = 2;
    private static final int BOX_HEIGHT = 3;

    private static final int LONGEST_SIDE = 30_000;

    /** Reads a file whose bounds on bytes are checked. */
    public static Svg read(Path file) throws IOException, DamagedFile {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream content = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(content);
            Svg size = root(xml);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    checkPassive(xml);
                } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                    throw new DamagedFile(INSTRUCTION);
                }
            }
            return size;
        } catch (XMLStreamException e) {
            throw new DamagedFile("The SVG is no well-formed XML, is incomplete, or uses entities of its own.");
        }
    }

    private static Svg root(XMLStreamReader xml) throws XMLStreamException, DamagedFile {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD
                    && !DOCTYPE.matcher(xml.getText()).matches()) {
                throw new DamagedFile("The SVG declares entities or attributes in its DOCTYPE; save it without them.");
            }
            if (xml.getEventType() == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                throw new DamagedFile(INSTRUCTION);
            }
        }
        if (!xml.getLocalName().equals("svg") || !NAMESPACE.equals(xml.getNamespaceURI())) {
            throw new DamagedFile("The XML is no SVG: its root must be svg in the namespace " + NAMESPACE + ".");
        }
        checkPassive(xml);
        Double width = pixels(xml.getAttributeValue(null, "width"));
        Double height = pixels(xml.getAttributeValue(null, "height"));
        double[] box = box(xml.getAttributeValue(null, "viewBox"));
        if (box != null) {
            double ratio = box[BOX_WIDTH] / box[BOX_HEIGHT];
            Double given = width;
            width = width != null
                    ? width
                    : height != null ? Double.valueOf(height * ratio) : Double.valueOf(box[BOX_WIDTH]);
            height = height != null
                    ? height
                    : given != null ? Double.valueOf(given / ratio) : Double.valueOf(box[BOX_HEIGHT]);
        }
        if (width == null || height == null) {
            throw new DamagedFile("The SVG does not tell its size; give it a viewBox, or width and height.");
        }
        return new Svg(side(width), side(height));
    }

    private static int side(double pixels) throws DamagedFile {
        if (pixels > LONGEST_SIDE) {
            throw new DamagedFile("The SVG is larger than " + LONGEST_SIDE
                    + " CSS pixels on one side; give it a smaller width and height.");
        }
        return (int) Math.max(1, Math.round(pixels));
    }

    /** Null if it is absent, no length, or depends on the page. */
    private static @Nullable Double pixels(@Nullable String length) {
        Matcher parts = LENGTH.matcher(length == null ? "" : length.strip());
        Double unit = parts.matches() ? UNITS.get(parts.group(2).toLowerCase(Locale.ROOT)) : null;
        double pixels = unit == null ? 0 : Double.parseDouble(parts.group(1)) * unit;
        return pixels > 0 ? pixels : null;
    }

    private static double @Nullable [] box(@Nullable String text) {
        String[] numbers = SEPARATOR.split(text == null ? "" : text.strip(), BOX_NUMBERS + 1);
        if (numbers.length != BOX_NUMBERS) {
            return null;
        }
        double[] box = new double[BOX_NUMBERS];
        try {
            for (int i = 0; i < BOX_NUMBERS; i++) {
                box[i] = Double.parseDouble(numbers[i]);
            }
        } catch (NumberFormatException e) {
            return null;
        }
        return box[BOX_WIDTH] > 0 && box[BOX_HEIGHT] > 0 && Double.isFinite(box[BOX_WIDTH] / box[BOX_HEIGHT])
                ? box
                : null;
    }

    private static void checkPassive(XMLStreamReader xml) throws DamagedFile {
        if (ACTIVE.contains(xml.getLocalName().toLowerCase(Locale.ROOT))) {
            throw new DamagedFile(
                    "The SVG has the element " + xml.getLocalName() + "; save it without scripts and foreign content.");
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = xml.getAttributeValue(i).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
            if (name.startsWith("on") || value.contains("javascript:")) {
                throw new DamagedFile("The SVG has a script in the attribute " + xml.getAttributeLocalName(i)
                        + "; save it without scripts.");
            }
        }
    }
}
