package press.gazette.importer.item;

import org.jspecify.annotations.Nullable;

/**
 * A picture of another system, referred to by its address there.
 *
 * @param width 0: not known, as the height is then
 */
public record ImportedPicture(
        String url,
        String alt,
        @Nullable String caption,
        @Nullable String credit,
        int width,
        int height) {

    public boolean hasSize() {
        return width > 0 && height > 0;
    }
}
