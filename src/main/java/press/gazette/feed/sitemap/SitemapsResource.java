package press.gazette.feed.sitemap;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.article.ArticlePages;
import press.gazette.change.Subject;
import press.gazette.delivery.AsOf;
import press.gazette.delivery.CachePolicy;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Document;
import press.gazette.delivery.admission.RedirectsTracking;
import press.gazette.problem.Problem;

/** Maps of the newsroom's site for search engines. */
@RedirectsTracking
@Path("/")
@Tag(name = "Feeds")
public class SitemapsResource {

    private static final String XML = "application/xml;charset=UTF-8";

    /** Few enough digits for any number of articles there will be. */
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private final Sitemap sitemap;
    private final ArticlePages pages;
    private final Delivery delivery;
    private final Clock clock;

    SitemapsResource(Sitemap sitemap, ArticlePages pages, Delivery delivery, Clock clock) {
        this.sitemap = sitemap;
        this.pages = pages;
        this.delivery = delivery;
        this.clock = clock;
    }

    @GET
    @Path("robots.txt")
    @Operation(
            operationId = "getRobots",
            summary = "What crawlers read first",
            description = "Forbids nothing, and names the index of sitemaps (RFC 9309).")
    public RestResponse<byte[]> robots() {
        return delivery.unchanging(new Document(sitemap.robots(), "text/plain;charset=UTF-8", List.of()));
    }

    @GET
    @Path("sitemap.xml")
    @Operation(
            operationId = "getSitemapIndex",
            summary = "The index of sitemaps",
            description = "The news and all articles, in parts of at most 50,000 (sitemaps.org 0.9).")
    public RestResponse<byte[]> index() {
        return answer(CachePolicy.VOCABULARY, false, now -> sitemap.index(SitemapPart.all(pages.beginning(), now)));
    }

    @GET
    @Path("sitemaps/news.xml")
    @Operation(
            operationId = "getNewsSitemap",
            summary = "The news sitemap",
            description = "Articles whose publishedAt is in the last 48 hours, the newest first, at most 1,000.")
    public RestResponse<byte[]> news() {
        return answer(CachePolicy.LISTING, true, now -> sitemap.news(SitemapEntry.news(pages.beginning(), now)));
    }

    @GET
    @Path("sitemaps/articles-{number}.xml")
    @Operation(
            operationId = "getSitemap",
            summary = "A part of the sitemap",
            description = "50,000 articles, the oldest first; the index names all parts.")
    public RestResponse<byte[]> part(
            @Parameter(description = "From 1.", example = "1") @PathParam("number") String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw Problem.notFound("sitemap");
        }
        int part = Integer.parseInt(number);
        return answer(CachePolicy.ARCHIVE, false, now -> {
            List<SitemapEntry> entries = SitemapEntry.part(part, pages.beginning(), now);
            if (entries.isEmpty() && part > 1) {
                throw Problem.notFound("sitemap");
            }
            return sitemap.part(entries);
        });
    }

    private RestResponse<byte[]> answer(CachePolicy policy, boolean ages, Function<Instant, byte[]> map) {
        return delivery.document(
                policy,
                () -> AsOf.head(
                        () -> new Document(map.apply(clock.instant()), XML, List.of(), ages),
                        unused -> List.of(Subject.ARTICLES)));
    }
}
