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

/** The feeds that changes may have made others: their addresses from the root, without the extension. */
final class ChangedFeeds {

    private static final String TAG = "tag:";
    private static final String LIST = "list:";
    private static final int MOST_LISTS = 500;

    private ChangedFeeds() {}

    /** An article may stand in any list, by whatever query, so a change of articles may be one of every list. */
    static Set<String> of(Collection<Change> changes) {
        Set<Subject> touched = new LinkedHashSet<>();
        changes.forEach(change -> touched.addAll(change.touched()));
        Set<String> feeds = new LinkedHashSet<>();
        List<UUID> tags = new ArrayList<>();
        for (Subject subject : touched) {
            String name = subject.name();
            if (subject.equals(Subject.ARTICLES)) {
                feeds.add("/feeds/articles");
                ListCard.live(MOST_LISTS).forEach(list -> feeds.add("/feeds/lists/" + list.key()));
            } else if (name.startsWith(TAG)) {
                tags.add(UUID.fromString(name.substring(TAG.length())));
            } else if (name.startsWith(LIST)) {
                feeds.add("/feeds/lists/" + name.substring(LIST.length()));
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
