package press.gazette.article.preview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import press.gazette.address.Ref;
import press.gazette.article.Article;
import press.gazette.delivery.Links;
import press.gazette.delivery.ReaderSite;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.security.Callers;
import press.gazette.security.Seal;

/** Gives out links to previews, and knows which article one opens. */
@Singleton
class Previews {

    private final PreviewConfig config;
    private final Seal seal;
    private final Links links;
    private final ReaderSite reader;
    private final Callers callers;
    private final Clock clock;

    Previews(PreviewConfig config, Seal seal, Links links, ReaderSite reader, Callers callers, Clock clock) {
        this.config = config;
        this.seal = seal;
        this.links = links;
        this.reader = reader;
        this.callers = callers;
        this.clock = clock;
    }

    /** A link as an editor wants it. */
    Supplier<Preview> granted(PreviewDraft draft) {
        return () -> {
            Instant now = clock.instant();
            UUID article = Ref.of(draft.article())
                    .flatMap(Article::atDesk)
                    .orElseThrow(() -> Problem.invalidContent("/article", "There is no such article."))
                    .id();
            Instant end = end(draft, now);
            // Of two editors who ask for the last one that may be good at once, one is told that it is gone.
            Article.locked(article);
            Preview.forgetEnded(article, now);
            if (Preview.ofArticle(article, now).size() >= config.previewsPerArticle()) {
                throw Problem.conflict("There are " + config.previewsPerArticle()
                        + " links to this article already. Remove one of them, or wait until one has ended.");
            }
            return Preview.grant(article, draft.note(), callers.current().name(), now, end);
        };
    }

    Supplier<Preview> locked(String id) {
        return () -> Preview.of(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Preview find(String id) {
        return Preview.of(id, LockModeType.NONE);
    }

    /** All that are good. */
    List<PreviewView> ofArticle(String ref) {
        UUID article = Ref.of(ref)
                .flatMap(Article::atDesk)
                .orElseThrow(() -> Problem.invalidParameter("article", "There is no article \"" + ref + "\"."))
                .id();
        return Preview.ofArticle(article, clock.instant()).stream()
                .map(this::view)
                .toList();
    }

    /** The article that the token opens; refuses with {@code not-found} or {@code preview-ended}. */
    UUID opened(String text) {
        PreviewToken token = PreviewToken.parse(text, seal).orElseThrow(() -> Problem.notFound("preview"));
        if (!clock.instant().isBefore(token.expiresAt())) {
            throw ended();
        }
        return Preview.<Preview>findByIdOptional(token.preview())
                .orElseThrow(Previews::ended)
                .article();
    }

    PreviewView view(Preview preview) {
        String token = preview.token().text(seal);
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
