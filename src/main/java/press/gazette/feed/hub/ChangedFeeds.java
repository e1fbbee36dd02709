package press.gazette.feed.hub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import press.gazette.change.Change;
import press.gazette.change.Subject;
import press.gazette.curation.reading.ListCard;
import press.gazette.tag.Tag;

/** Finds the feeds that changes may affect, as paths without the extension. */
final class ChangedFeeds {

    private static final int MOST_LISTS = 500;

    private ChangedFeeds() {}

    /**
     * An article may be in any list, through any query, so a change to an article may affect every list. Feeds have the words of
     * the site; those of tags are too many to name all of them.
     */
    static Set<String> of(Collection<Change> changes) {
        Set<Subject> touched = new LinkedHashSet<>();
        changes.forEach(change -> touched.addAll(change.touched()));
        Set<String> feeds = new LinkedHashSet<>();
        List<UUID> tags = new ArrayList<>();
        for (Subject subject : touched) {
            switch (subject.kind()) {
                case ARTICLES, SITE -> {
                    feeds.add("/feeds/articles");
                    ListCard.live(MOST_LISTS).forEach(list -> feeds.add("/feeds/lists/" + list.key()));
                }
                case TAG -> tags.add(subject.id());
                case LIST -> feeds.add("/feeds/lists/" + subject.key());
                case ARTICLE,
                        MEDIA,
                        PAGE,
                        DAY,
                        TAGS,
                        LABELS,
                        LISTS,
                        UNLISTED,
                        ADDRESSES,
                        ADDRESS,
                        IMPORT,
                        WEBHOOK,
                        UNKNOWN -> {
                    // They have no feeds.
                }
            }
        }
        if (!tags.isEmpty()) {
            Tag.<Tag>list("id in ?1", tags).stream()
                    .filter(tag -> tag.state().isVisible())
                    .forEach(tag -> feeds.add("/feeds/tags/" + tag.slug()));
        }
        return feeds;
    }
}
