package press.gazette.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import press.gazette.article.reading.ArticleItem;
import press.gazette.article.reading.Detail;
import press.gazette.article.reading.ItemRow;
import press.gazette.change.Subject;
import press.gazette.curation.reading.ListCard;
import press.gazette.curation.reading.PageCard;
import press.gazette.tag.reading.TagCard;

/**
 * The subjects of changes as readers see them now: a constant number of statements for each type among them. Pictures stand in
 * the contents that show them: one that is in use nowhere may have words that are for the desk only.
 */
final class ItemContents {

    private static final Detail ARTICLE = Detail.ofItems(null, "corrections,seo", "html");

    private ItemContents() {}

    /** The visible ones of these subjects. */
    static Map<Subject, Object> of(Collection<Subject> subjects, Instant now) {
        Map<Subject, Object> contents = new HashMap<>();
        articles(ids(subjects, Subject.Kind.ARTICLE), now)
                .forEach(item -> contents.put(Subject.article(item.card().id()), item));
        TagCard.visible(ids(subjects, Subject.Kind.TAG), now).forEach(tag -> contents.put(Subject.tag(tag.id()), tag));
        ListCard.live(keys(subjects, Subject.Kind.LIST)).forEach(list -> contents.put(Subject.list(list.key()), list));
        PageCard.of(keys(subjects, Subject.Kind.PAGE)).forEach(page -> contents.put(Subject.page(page.key()), page));
        return contents;
    }

    private static List<ArticleItem> articles(Set<UUID> ids, Instant now) {
        return ArticleItem.of(new ArrayList<>(ItemRow.visible(ids, ARTICLE, now).values()), ARTICLE, now);
    }

    private static Set<UUID> ids(Collection<Subject> subjects, Subject.Kind kind) {
        return subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .map(Subject::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(Collection<Subject> subjects, Subject.Kind kind) {
        return subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .map(Subject::key)
                .collect(Collectors.toSet());
    }
}
