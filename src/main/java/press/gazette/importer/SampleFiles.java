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
import press.gazette.media.file.FileType;
import press.gazette.media.file.StoredFile;
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
            @Nullable String image,
            @Nullable String role) {}

    record Pictures(List<PictureEntry> pictures, List<RecordingEntry> recordings) {

        /** The files for the store. */
        Stream<StoredEntry> stored() {
            return Stream.concat(
                    pictures.stream().flatMap(each -> Stream.ofNullable(each.stored())),
                    recordings.stream().map(RecordingEntry::stored));
        }
    }

    record PictureEntry(
            String key,
            String file,
            int width,
            int height,
            String alt,
            @Nullable String caption,
            @Nullable String credit,
            @Nullable StoredEntry stored) {}

    /** A film or sound, which bodies name by its key. */
    record RecordingEntry(
            String key, @Nullable String caption, @Nullable String credit, StoredEntry stored) {}

    /**
     * A file for the store, with what an upload would find out about it.
     *
     * @param colour the average colour of a picture
     * @param duration of a film or sound, in seconds
     */
    record StoredEntry(
            String file,
            FileType type,
            long bytes,
            String sha256,
            int width,
            int height,
            @Nullable String colour,
            @Nullable Integer duration) {

        StoredFile known() {
            return new StoredFile(sha256, type, bytes, width, height, duration, colour == null ? 0 : 1, colour, null);
        }
    }

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
