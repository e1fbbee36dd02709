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

import press.gazette.admission.RedirectsTracking;
import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.page.ArticlePages;
import press.gazette.change.Subject;
import press.gazette.delivery.Dated;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.FileResponse;
import press.gazette.problem.Problem;
import press.gazette.response.CachePolicy;

/** Sitemaps of the newsroom's site, and robots.txt. */
@RedirectsTracking
@Serves(Kind.DOCUMENT)
@Path("/")
@Tag(name = "Feeds")
public class SitemapsResource {

    private static final String XML = "application/xml;charset=UTF-8";

    /** At most 9,999 parts. */
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

    @Serves(Kind.TEXT)
    @GET
    @Path("robots.txt")
    @Operation(
            operationId = "getRobots",
            summary = "Rules for crawlers",
            description = "Allows everything and names the index of sitemaps (RFC 9309).")
    public RestResponse<byte[]> robots() {
        return delivery.unchanging(new FileResponse(sitemap.robots(), "text/plain;charset=UTF-8", List.of()));
    }

    @GET
    @Path("sitemap.xml")
    @Operation(
            operationId = "getSitemapIndex",
            summary = "The index of sitemaps",
            description = "Lists the news sitemap and the sitemaps of all articles, each with at most 50,000 "
                    + "(sitemaps.org 0.9).")
    public RestResponse<byte[]> index() {
        return response(CachePolicy.VOCABULARY, false, now -> sitemap.index(SitemapPart.all(pages.beginning(), now)));
    }

    @GET
    @Path("sitemaps/news.xml")
    @Operation(
            operationId = "getNewsSitemap",
            summary = "The news sitemap",
            description = "Articles with publishedAt in the last 48 hours, the newest first, at most 1,000.")
    public RestResponse<byte[]> news() {
        return response(CachePolicy.LISTING, true, now -> sitemap.news(SitemapEntry.news(pages.beginning(), now)));
    }

    @GET
    @Path("sitemaps/articles-{number}.xml")
    @Operation(
            operationId = "getSitemap",
            summary = "A part of the sitemap",
            description = "Up to 50,000 articles, the oldest first. The index lists all parts.")
    public RestResponse<byte[]> part(
            @Parameter(description = "Number of the part, from 1.", example = "1") @PathParam("number") String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw Problem.notFound("sitemap");
        }
        int part = Integer.parseInt(number);
        return response(CachePolicy.ARCHIVE, false, now -> {
            List<SitemapEntry> entries = SitemapEntry.part(part, pages.beginning(), now);
            if (entries.isEmpty() && part > 1) {
                throw Problem.notFound("sitemap");
            }
            return sitemap.part(entries, SitemapEntry.translations(entries, now));
        });
    }

    private RestResponse<byte[]> response(CachePolicy policy, boolean ages, Function<Instant, byte[]> map) {
        return delivery.document(
                policy,
                () -> Dated.head(
                        () -> new FileResponse(map.apply(clock.instant()), XML, List.of(), ages, true),
                        unused -> List.of(Subject.ARTICLES)));
    }
}
