package press.gazette.importer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.Article;
import press.gazette.media.Media;
import press.gazette.tag.Tag;

/**
 * The pictures and tags of the sample newsroom as they stand in the database, read in two statements, and its articles. What
 * editors have renamed is found at its new address; what they have removed is not.
 */
final class Loaded {

    private final Map<String, Media> pictures = new HashMap<>();
    private final Map<String, Tag> tags = new HashMap<>();

    private Loaded() {}

    static Loaded of(List<SampleFiles.PictureEntry> pictures, List<SampleFiles.TagEntry> tags) {
        Loaded loaded = new Loaded();
        Map<String, Media> byUrl = new HashMap<>();
        List<String> urls = pictures.stream().map(SampleNewsroom::url).toList();
        Media.<Media>list("url in ?1 order by id", urls)
                .forEach(media -> byUrl.putIfAbsent(media.picture().url(), media));
        for (SampleFiles.PictureEntry entry : pictures) {
            Media media = byUrl.get(SampleNewsroom.url(entry));
            if (media != null) {
                loaded.pictures.put(entry.key(), media);
            }
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
        return tag == null ? Tag.atDesk(new Ref(null, slug)) : Optional.of(tag);
    }

    static Optional<Article> article(String slug) {
        return Article.atDesk(new Ref(null, slug));
    }
}
