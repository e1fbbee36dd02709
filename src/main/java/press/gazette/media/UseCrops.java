package press.gazette.media;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;

import press.gazette.media.rendition.Focus;
import press.gazette.security.Signatures;

/**
 * Crops of a stored picture about another point, for one use. Their versions are those of the record's own crops, followed by the
 * point and a signature: nobody else can have files made.
 */
@Singleton
public class UseCrops {

    private static final String PURPOSE = "crop";

    private static final int SIGNATURE_DIGITS = 12;

    private static final Pattern ADDRESS =
            Pattern.compile("(/media/[^/]+/[^/]+/[0-9a-f]+)([0-9a-f]{2})([0-9a-f]{2})[0-9a-f]{" + SIGNATURE_DIGITS
                    + "}([.](?:jpg|webp))");

    private final Signatures signatures;

    UseCrops(Signatures signatures) {
        this.signatures = signatures;
    }

    public static UseCrops get() {
        return Arc.container().instance(UseCrops.class).get();
    }

    /**
     * A crop at an address of this class.
     *
     * @param address of the record's own crop
     */
    public record Crop(String address, Focus focus) {}

    /**
     * The picture with this focus, which wins over the areas that its record names. Pictures elsewhere have no crops that could
     * follow it.
     */
    public Picture about(Focus focus, Picture picture) {
        UUID id = picture.id();
        return id == null
                ? picture
                : picture.about(
                        focus,
                        picture.renditions().stream()
                                .map(each -> isOther(focus, each, picture, id) ? about(focus, each) : each)
                                .toList());
    }

    /** True for a crop from the store that is not about this focus already. */
    private static boolean isOther(Focus focus, Rendition rendition, Picture picture, UUID id) {
        boolean isAboutIt = focus.equals(picture.focus()) && !MediaAddress.isOfNamedCrop(rendition.url());
        return rendition.url().startsWith(MediaAddress.FOLDER + "/" + id + "/")
                && !isAboutIt
                && !Srcset.isWhole(rendition, picture.width(), picture.height());
    }

    private Rendition about(Focus focus, Rendition crop) {
        String webp = crop.webp() == null ? null : about(focus, crop.webp());
        return new Rendition(crop.name(), about(focus, crop.url()), crop.width(), crop.height(), webp);
    }

    /** The address of the record's own crop: a list may crop about another point than the article. */
    private String own(String address) {
        return at(address).map(Crop::address).orElse(address);
    }

    /** The address of the record's own crop at an address, about the focus of one use. */
    public String about(Focus focus, String address) {
        return signed(own(address), focus);
    }

    private String signed(String address, Focus focus) {
        int dot = address.lastIndexOf('.');
        String begun = address.substring(0, dot) + digits(focus);
        return begun + signature(begun) + address.substring(dot);
    }

    private static String digits(Focus focus) {
        return HexFormat.of().formatHex(new byte[] {(byte) focus.x(), (byte) focus.y()});
    }

    private String signature(String begun) {
        byte[] whole = signatures.sign(PURPOSE, begun.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(whole).substring(0, SIGNATURE_DIGITS);
    }

    /** The crop at an address; empty if the address is not one of this class. */
    public Optional<Crop> at(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Crop crop = new Crop(
                parts.group(1) + parts.group(4),
                new Focus(Integer.parseInt(parts.group(2), 16), Integer.parseInt(parts.group(3), 16)));
        return signed(crop.address(), crop.focus()).equals(address) ? Optional.of(crop) : Optional.empty();
    }
}
