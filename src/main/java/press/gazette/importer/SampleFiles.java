package press.gazette.importer;

import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.curation.draft.ListKind;
import press.gazette.curation.draft.Overrides;
import press.gazette.tag.TagType;

/** The YAML files of the sample newsroom beside its articles: {@code tags}, {@code pictures} and {@code lists}. */
final class SampleFiles {

    private SampleFiles() {}

    record Tags(List<TagEntry> tags) {}

    record TagEntry(
            String slug,
            String name,
            TagType type,
            @Nullable String description,
            @Nullable List<String> parents,
            @Nullable List<String> aliases,
            @Nullable List<String> sameAs,
            @Nullable String image) {}

    record Pictures(List<PictureEntry> pictures) {}

    record PictureEntry(
            String key,
            String file,
            int width,
            int height,
            String alt,
            @Nullable String caption,
            @Nullable String credit) {}

    record Lists(List<ListEntry> lists, List<PageEntry> pages) {}

    /** {@code maxItems} absent: as many as there are entries. */
    record ListEntry(
            String key,
            String title,
            ListKind kind,
            @Nullable Integer maxItems,
            @Nullable List<PlacedEntry> entries,
            @Nullable FillEntry fill) {}

    record PlacedEntry(String article, @Nullable Overrides overrides) {}

    /** {@code tag} absent: all articles. */
    record FillEntry(@Nullable String tag) {}

    record PageEntry(String key, String title, List<String> lists) {}
}
