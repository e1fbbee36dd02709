package press.gazette.importer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.media.Media;
import press.gazette.tag.Tag;
import press.gazette.tag.TagRef;

/**
 * Finds the stored pictures, tags and articles of the sample newsroom; pictures and tags are read with two statements.
 * Tags and articles that editors have renamed are found by their old slug; removed ones are not found.
 */
final class SampleLookup {

    private final Map<String, Media> pictures = new HashMap<>();
    private final Map<String, Tag> tags = new HashMap<>();

    private SampleLookup() {}

    static SampleLookup of(SampleFiles.Pictures files, List<SampleFiles.TagEntry> tags) {
        SampleLookup loaded = new SampleLookup();
        List<SampleFiles.PictureEntry> pictures = files.pictures();
        Map<String, Media> found = new HashMap<>();
        List<String> urls = pictures.stream().map(SamplePictures::url).toList();
        List<String> hashes =
                files.stored().map(SampleFiles.StoredEntry::sha256).toList();
        Media.<Media>list("url in ?1 or fileHash in ?2 order by id", urls, hashes)
                .forEach(media -> {
                    found.putIfAbsent(media.picture().url(), media);
                    Optional.ofNullable(media.file()).ifPresent(file -> found.putIfAbsent(file.hash(), media));
                });
        for (SampleFiles.PictureEntry entry : pictures) {
            Optional.ofNullable(entry.stored())
                    .map(stored -> found.get(stored.sha256()))
                    .or(() -> Optional.ofNullable(found.get(SamplePictures.url(entry))))
                    .ifPresent(media -> loaded.pictures.put(entry.key(), media));
        }
        for (SampleFiles.RecordingEntry entry : files.recordings()) {
            Optional.ofNullable(found.get(entry.stored().sha256()))
                    .ifPresent(media -> loaded.pictures.put(entry.key(), media));
        }
        List<String> slugs = tags.stream().map(SampleFiles.TagEntry::slug).toList();
        Tag.bySlugs(slugs).forEach(tag -> loaded.tags.put(tag.slug(), tag));
        return loaded;
    }

    Optional<Media> picture(@Nullable String key) {
        return key == null ? Optional.empty() : Optional.ofNullable(pictures.get(key));
    }

    Optional<Tag> tag(String slug) {
        Tag tag = tags.get(slug);
        return tag == null ? TagRef.atDesk(new Slug(slug)) : Optional.of(tag);
    }

    static Optional<Article> article(String slug) {
        return ArticleRef.atDesk(new Slug(slug));
    }
}
