package press.gazette.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.quarkus.runtime.util.ClassPathUtils;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.content.ListKind;
import press.gazette.curation.content.Overrides;
import press.gazette.json.Json;
import press.gazette.site.draft.SiteDraft;
import press.gazette.tag.TagType;
import press.gazette.tag.naming.OtherName;

/**
 * Reads the files of the sample newsroom: its articles, and {@code tags}, {@code pictures}, {@code lists} and {@code site}
 * in YAML.
 */
final class SampleFiles {

    private static final String FOLDER = "newsroom/";

    private SampleFiles() {}

    static List<Story> stories() {
        List<Story> stories = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(
                    SampleFiles.class.getClassLoader(), FOLDER + "articles", folder -> stories.addAll(in(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException("The sample newsroom cannot be read", e);
        }
        return stories;
    }

    private static List<Story> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(SampleFiles::story).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The sample newsroom cannot be read", e);
        }
    }

    private static Story story(Path file) {
        try {
            String name = file.getFileName().toString();
            return Story.parse(name.replace(".md", ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The sample newsroom cannot be read", e);
        }
    }

    static <T> T yaml(String name, Class<T> type) {
        try (InputStream file = SampleFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            return Json.fromYaml(Objects.requireNonNull(file, name), type);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample newsroom cannot be read", e);
        }
    }

    record Tags(List<TagEntry> tags) {}

    record TagEntry(
            String slug,
            String name,
            TagType type,
            @Nullable List<OtherName> otherNames,
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

    /** {@code maxItems} absent: the number of entries. */
    record ListEntry(
            String key,
            String title,
            ListKind kind,
            @Nullable Integer maxItems,
            @Nullable List<PlacedEntry> entries,
            @Nullable FillEntry fill) {

        /** The articles that editors have placed. */
        List<PlacedEntry> placed() {
            return entries == null ? List.of() : entries;
        }
    }

    record PlacedEntry(String article, @Nullable Overrides overrides) {}

    /** {@code tag} absent: all articles. */
    record FillEntry(@Nullable String tag) {}

    record PageEntry(String key, String title, List<String> lists) {}

    /**
     * The site document.
     *
     * @param logo the key of the picture
     * @param document as an editor would send it, without the logo
     */
    record Site(String logo, SiteDraft document) {}
}
