package press.gazette.webhook.dispatch;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import press.gazette.change.Change;
import press.gazette.change.Subject;
import press.gazette.response.Links;
import press.gazette.webhook.WebhookKind;
import press.gazette.webhook.WebhookType;

/** Makes the events of changes. The ledger has all that readers may know of a change, so nothing else is read. */
@Singleton
class Events {

    private static final Set<WebhookType> WITH_IDS =
            EnumSet.of(WebhookType.ARTICLE, WebhookType.TAG, WebhookType.MEDIA);

    private final Links links;

    Events(Links links) {
        this.links = links;
    }

    /** The event of a change to something that has a type. */
    Event of(Change change) {
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
                change.touched().stream().map(Subject::name).toList(),
                null);
        return new Event(type.word + "." + WebhookKind.of(change.kind()).word, change.at(), data);
    }
}
