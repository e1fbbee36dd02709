package press.gazette.article.preview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Singleton;

import press.gazette.address.Ref;
import press.gazette.article.ArticleRef;
import press.gazette.change.Edit;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.Links;
import press.gazette.response.ReaderSite;
import press.gazette.security.Signatures;

/** Issues preview links and finds the articles that they open. */
@Singleton
class Previews {

    private final PreviewConfig config;
    private final Signatures signatures;
    private final Links links;
    private final ReaderSite reader;
    private final Clock clock;

    Previews(PreviewConfig config, Signatures signatures, Links links, ReaderSite reader, Clock clock) {
        this.config = config;
        this.signatures = signatures;
        this.links = links;
        this.reader = reader;
        this.clock = clock;
    }

    /** Issues a link. */
    Preview grant(PreviewDraft draft, Edit edit) {
        Instant now = edit.at();
        UUID article = Ref.of(draft.article())
                .flatMap(ArticleRef::atDesk)
                .orElseThrow(() -> Problem.invalidContent("/article", "There is no such article."))
                .id();
        Instant end = end(draft, now);
        // The lock lets only one of two editors have the last link that the limit allows.
        ArticleRef.lock(article);
        Preview.deleteExpired(article, now);
        if (Preview.ofArticle(article, now).size() >= config.previewsPerArticle()) {
            throw Problem.conflict("There are already " + config.previewsPerArticle()
                    + " valid links to this article. Remove one of them, or wait until one has ended.");
        }
        return Preview.grant(article, draft.note(), edit, end);
    }

    /** All valid links to an article, the latest first. */
    List<PreviewView> ofArticle(String ref) {
        UUID article = Ref.of(ref)
                .flatMap(ArticleRef::atDesk)
                .orElseThrow(() -> Problem.invalidParameter("article", "There is no article \"" + ref + "\"."))
                .id();
        return Preview.ofArticle(article, clock.instant()).stream()
                .map(this::view)
                .toList();
    }

    /** The article that the token opens; rejected with {@code not-found} or {@code preview-ended}. */
    UUID opened(String text) {
        PreviewToken token = PreviewToken.parse(text, signatures).orElseThrow(() -> Problem.notFound("preview"));
        if (!clock.instant().isBefore(token.expiresAt())) {
            throw ended();
        }
        return Preview.<Preview>findByIdOptional(token.preview())
                .orElseThrow(Previews::ended)
                .article();
    }

    PreviewView view(Preview preview) {
        String token = preview.token().text(signatures);
        return new PreviewView(
                preview.id(),
                preview.article(),
                token,
                links.to("/v1/previews/" + token),
                reader.isOn() ? links.to(ReaderSite.PREVIEWS + token) : null,
                preview.expiresAt(),
                preview.note(),
                preview.createdAt(),
                preview.createdBy());
    }

    private Instant end(PreviewDraft draft, Instant now) {
        Instant end = Objects.requireNonNullElse(draft.expiresAt(), now.plus(config.previewLifetime()))
                .truncatedTo(ChronoUnit.SECONDS);
        Duration longest = config.previewLongest();
        if (!end.isAfter(now) || end.isAfter(now.plus(longest))) {
            throw Problem.invalidContent(
                    "/expiresAt", "A link ends later than now, and within " + longest.toHours() + " hours.");
        }
        return end;
    }

    private static Problem ended() {
        return Problem.of(ProblemType.PREVIEW_ENDED, "This link has ended. Ask the newsroom for a new one.");
    }
}
