package press.gazette.forwarding;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.PublicArticles;
import press.gazette.article.Status;
import press.gazette.article.Withdrawal;
import press.gazette.article.page.ArticlePages;
import press.gazette.change.Subject;
import press.gazette.delivery.Dated;
import press.gazette.problem.Problem;
import press.gazette.response.Links;
import press.gazette.tag.Tag;
import press.gazette.tag.TagAddress;
import press.gazette.time.Expiries;

/** A request for the target of an old address. */
record AddressReading(OldPath path) {

    private static final String ARTICLES = "/v1/articles/";
    private static final String TAGS = "/v1/tags/";

    /** Parses the parameter, without the database. */
    static AddressReading parse(@Nullable String path) {
        if (path == null) {
            throw Problem.invalidParameter("path", "The parameter path is required: " + OldPath.EXPECTED);
        }
        return new AddressReading(
                OldPath.of(path).orElseThrow(() -> Problem.invalidParameter("path", OldPath.EXPECTED)));
    }

    /** Reads the end of the ledger, the address by its index, and the target. */
    Dated<AddressView> read(Links links, Instant now) {
        return Dated.head(() -> view(links, now), AddressReading::groups);
    }

    private static List<Subject> groups(AddressView view) {
        UUID id = view.id();
        if (id == null) {
            return List.of(Subject.ADDRESSES);
        }
        Subject target = view.type().equals("article") ? Subject.article(id) : Subject.tag(id);
        return List.of(Subject.ADDRESSES, target);
    }

    private AddressView view(Links links, Instant now) {
        ForwardingTarget target = OldAddress.at(path).map(OldAddress::target).orElseThrow(AddressReading::unknown);
        if (target.article() != null) {
            return article(target.article(), links, now);
        }
        if (target.tag() != null) {
            return tag(target.tag(), links);
        }
        String link = Objects.requireNonNull(target.link());
        return new AddressView(path.value(), "link", null, null, link, null);
    }

    private AddressView article(UUID id, Links links, Instant now) {
        return PublicArticles.selectAny("a.slug, a.first_published_at, a.expires_at", now)
                .plus(" and a.id = ?", id)
                .first(row -> {
                    String slug = row.text();
                    String url = ArticlePages.get().link(id, slug, row.instant());
                    Expiries.add(row.instantOrNull());
                    return new AddressView(path.value(), "article", id, slug, links.to(ARTICLES + slug), url);
                })
                .orElseThrow(() -> hidden(id));
    }

    /** The problem of a withdrawn article, or the one of an address that leads nowhere. */
    private static Problem hidden(UUID id) {
        Article article = Article.findById(id);
        Withdrawal withdrawal = article == null || article.life().status() != Status.WITHDRAWN
                ? null
                : article.life().withdrawal();
        return withdrawal == null || !article.life().wasRevealed()
                ? unknown()
                : Problem.withdrawn(withdrawal.reason().word());
    }

    private AddressView tag(UUID id, Links links) {
        Tag tag = TagAddress.following(id).orElseThrow(AddressReading::unknown);
        return new AddressView(path.value(), "tag", tag.id(), tag.slug(), links.to(TAGS + tag.slug()), null);
    }

    private static Problem unknown() {
        return Problem.notFound("address");
    }
}
