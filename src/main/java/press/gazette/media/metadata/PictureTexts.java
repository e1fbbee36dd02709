package press.gazette.media.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.photoshop.PhotoshopReader;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The texts that photographers and picture desks write into a picture, in the fields of the IPTC Photo Metadata Standard.
 *
 * @param caption null if there is none
 * @param credit the credit line, else the photographer, else the owner of the copyright; null if there is none
 * @param alt null if there is none
 * @param digitalSourceType the last part of a URI of the IPTC, such as {@code digitalCapture}; null if there is none
 * @param orientation by EXIF, 1 to 8; 1 if there is none
 */
public record PictureTexts(
        @Nullable String caption,
        @Nullable String credit,
        @Nullable String alt,
        @Nullable String digitalSourceType,
        int orientation) {

    /** The texts of a picture without any. */
    public static final PictureTexts NONE = new PictureTexts(null, null, null, null, 1);

    private static final Logger LOG = Logger.getLogger(PictureTexts.class);

    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private static final String IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    private static final int LONGEST_PARAGRAPH = 2_000;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_WORD = 60;
    private static final int MOST_ORIENTATION = 8;

    /** Reads the blocks of a head. Blocks that cannot be read count as missing: the picture is good without. */
    public static PictureTexts of(PictureHead head) {
        try {
            return read(head);
        } catch (RuntimeException e) {
            LOG.debugf("The metadata of a picture cannot be read; cause=%s", e);
            return NONE;
        }
    }

    private static PictureTexts read(PictureHead head) {
        Metadata metadata = new Metadata();
        if (head.exif() != null) {
            new ExifReader().extract(new ByteArrayReader(head.exif()), metadata);
        }
        if (head.photoshop() != null) {
            new PhotoshopReader()
                    .extract(new SequentialByteArrayReader(head.photoshop()), head.photoshop().length, metadata);
        }
        Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Directory iptc = metadata.getFirstDirectoryOfType(IptcDirectory.class);
        XMPMeta xmp = xmp(head.xmp());
        Integer orientation = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return new PictureTexts(
                first(
                        LONGEST_PARAGRAPH,
                        List.of(
                                localized(xmp, DUBLIN_CORE, "description"),
                                text(iptc, IptcDirectory.TAG_CAPTION),
                                text(exif, ExifIFD0Directory.TAG_IMAGE_DESCRIPTION))),
                first(
                        LONGEST_LINE,
                        List.of(
                                simple(xmp, PHOTOSHOP, "Credit"),
                                text(iptc, IptcDirectory.TAG_CREDIT),
                                simple(xmp, DUBLIN_CORE, "creator[1]"),
                                text(iptc, IptcDirectory.TAG_BY_LINE),
                                text(exif, ExifIFD0Directory.TAG_ARTIST),
                                localized(xmp, DUBLIN_CORE, "rights"),
                                text(iptc, IptcDirectory.TAG_COPYRIGHT_NOTICE),
                                text(exif, ExifIFD0Directory.TAG_COPYRIGHT))),
                first(LONGEST_PARAGRAPH, List.of(localized(xmp, IPTC_CORE, "AltTextAccessibility"))),
                first(
                        LONGEST_WORD,
                        List.of(simple(xmp, IPTC_EXTENSION, "DigitalSourceType")
                                .filter(uri -> uri.startsWith(SOURCE_TYPES))
                                .map(uri -> uri.substring(SOURCE_TYPES.length()))
                                .filter(word -> word.matches("[A-Za-z]+")))),
                orientation == null || orientation < 1 || orientation > MOST_ORIENTATION ? 1 : orientation);
    }

    /**
     * Parses a packet; null if it is none. Packets are UTF-8 and need no declaration or document type: one that has them could
     * name entities.
     */
    private static @Nullable XMPMeta xmp(byte @Nullable [] packet) {
        if (packet == null) {
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(packet))
                    .toString();
            boolean isPlain = !text.contains("<!DOCTYPE") && !text.contains("<?xml ") && text.indexOf('\0') < 0;
            return isPlain ? XMPMetaFactory.parseFromString(text) : null;
        } catch (CharacterCodingException | XMPException e) {
            return null;
        }
    }

    private static Optional<String> simple(@Nullable XMPMeta xmp, String space, String name) {
        try {
            return Optional.ofNullable(xmp == null ? null : xmp.getPropertyString(space, name));
        } catch (XMPException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> localized(@Nullable XMPMeta xmp, String space, String name) {
        try {
            XMPProperty text = xmp == null ? null : xmp.getLocalizedText(space, name, null, "x-default");
            return Optional.ofNullable(text).map(XMPProperty::getValue);
        } catch (XMPException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(@Nullable Directory directory, int tag) {
        return Optional.ofNullable(directory == null ? null : directory.getString(tag));
    }

    /** The first text that has any letters, as one line. */
    private static @Nullable String first(int most, List<Optional<String>> texts) {
        return texts.stream()
                .flatMap(Optional::stream)
                .map(text -> text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\s]+", " ")
                        .strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> text.length() <= most
                        ? text
                        : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most))
                .orElse(null);
    }
}
