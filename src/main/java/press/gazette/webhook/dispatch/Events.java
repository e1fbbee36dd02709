package press.gazette.webhook.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import press.gazette.change.Change;
import press.gazette.change.LedgerPosition;
import press.gazette.change.Subject;
import press.gazette.response.Links;
import press.gazette.tag.VisibleTag;
import press.gazette.webhook.WebhookEvent;
import press.gazette.webhook.WebhookKind;
import press.gazette.webhook.WebhookType;

/** Makes the events of changes. The ledger has all that readers may know of a change, so nothing else is read. */
@Singleton
class Events {

    private static final String IMPORT = "import.published";

    /** The groups of whole kinds that an import may change. Those of single articles and tags are too many. */
    private static final List<String> IMPORTED = Stream.of(
                    Subject.ARTICLES, Subject.TAGS, Subject.LABELS, Subject.LISTS)
            .map(Subject::name)
            .toList();

    private static final Set<WebhookType> WITH_IDS =
            EnumSet.of(WebhookType.ARTICLE, WebhookType.TAG, WebhookType.MEDIA);

    private final Links links;

    Events(Links links) {
        this.links = links;
    }

    /** The groups of these changes that no event names: readers would learn of hidden tags. At most one statement. */
    Set<Subject> hidden(Collection<Change> changes) {
        return VisibleTag.hidden(
                changes.stream().flatMap(change -> change.touched().stream()).toList());
    }

    /** Stores the event of a change to something that has a type; returns its id. */
    UUID store(Change change, Set<Subject> hidden, Instant now) {
        Event event = of(change, hidden);
        return WebhookEvent.store(new LedgerPosition(change.seq(), change.at()), event.type(), event.json(), now);
    }

    /**
     * Stores the event of an import that has ended; returns its id.
     *
     * @param first the number of its first change
     */
    UUID storeImport(Change end, long first, Instant now) {
        long after = first - 1;
        int changes = (int) Math.min(end.seq() - after, Integer.MAX_VALUE);
        Event.Data data = new Event.Data(
                end.seq(), end.subject().id(), null, null, null, null, null, null, IMPORTED, changes, after);
        Event event = new Event(IMPORT, end.at(), data);
        return WebhookEvent.store(new LedgerPosition(end.seq(), end.at()), event.type(), event.json(), now);
    }

    /**
     * The event of a change to something that has a type.
     *
     * @param hidden from {@link #hidden}
     */
    private Event of(Change change, Set<Subject> hidden) {
        Subject subject = change.subject();
        WebhookType type = WebhookType.of(subject).orElseThrow();
        boolean byId = WITH_IDS.contains(type);
        List<String> former = change.formerSlugs();
        Event.Data data = new Event.Data(
                change.seq(),
                byId ? subject.id() : null,
                change.slug(),
                byId || subject.key().isEmpty() ? null : subject.key(),
                type.path() == null ? null : links.to(type.path() + subject.key()),
                former.isEmpty() ? null : former.subList(0, Math.min(former.size(), Event.MOST_FORMER_SLUGS)),
                change.reason(),
                change.version(),
                change.touched().stream()
                        .filter(group -> group.equals(subject) || !hidden.contains(group))
                        .map(Subject::name)
                        .toList(),
                null,
                null);
        return new Event(type.word + "." + WebhookKind.of(change.kind()).word, change.at(), data);
    }
}
