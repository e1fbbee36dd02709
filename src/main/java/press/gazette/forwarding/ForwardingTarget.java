package press.gazette.forwarding;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/** The target of an old address: exactly one of an article, a tag and a link. */
@Embeddable
public record ForwardingTarget(
        @Column(name = "article_id") @Nullable UUID article,

        @Column(name = "tag_id") @Nullable UUID tag,

        @Column(name = "link") @Nullable String link) {

    public static ForwardingTarget article(UUID id) {
        return new ForwardingTarget(id, null, null);
    }

    public static ForwardingTarget tag(UUID id) {
        return new ForwardingTarget(null, id, null);
    }

    public static ForwardingTarget link(String url) {
        return new ForwardingTarget(null, null, url);
    }
}
