package press.gazette.feed;

import java.time.LocalDate;
import java.util.function.Supplier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.admission.RedirectsTracking;
import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.curation.ListKey;
import press.gazette.delivery.Dated;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.FileResponse;
import press.gazette.feed.format.Feed;
import press.gazette.feed.format.FeedFormat;
import press.gazette.feed.format.FeedLink;
import press.gazette.problem.Problem;
import press.gazette.response.CachePolicy;
import press.gazette.tag.TagRef;
import press.gazette.time.Timestamp;

/** Feeds for readers and partners. The extension of the path selects the format; the Accept header is ignored. */
@RedirectsTracking
@Serves(Kind.DOCUMENT)
@Path("/feeds")
@Tag(name = "Feeds")
public class FeedsResource {

    private static final String FORMAT = "Format: rss (RSS 2.0), atom (RFC 4287), json (JSON Feed 1.1) or ninjs (3.1).";

    private final FeedQueries feeds;
    private final Delivery delivery;

    FeedsResource(FeedQueries feeds, Delivery delivery) {
        this.feeds = feeds;
        this.delivery = delivery;
    }

    @GET
    @Path("articles.{format}")
    @Operation(
            operationId = "getFeedOfArticles",
            summary = "The feed of all articles",
            description = "The newest public articles. Further pages are linked by next, past days by prev-archive "
                    + "(RFC 5005).")
    public RestResponse<byte[]> articles(
            @Parameter(description = FORMAT, example = "atom") @PathParam("format") String format,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        FeedRequest request = FeedRequest.parse(FeedTopic.ARTICLES, format, limit, cursor);
        return response(CachePolicy.LISTING, request.format(), () -> feeds.everything(request));
    }

    @GET
    @Path("articles/{day}.{format}")
    @Operation(
            operationId = "getArchiveOfArticles",
            summary = "The archive of a day",
            description =
                    "All public articles of a past day (UTC), at most 1,000. It changes only when its articles do.")
    public RestResponse<byte[]> day(
            @Parameter(description = "A past day.", example = "2026-11-20") @PathParam("day") String day,
            @Parameter(description = FORMAT, example = "atom") @PathParam("format") String format) {
        LocalDate date = date(day);
        FeedRequest request = FeedRequest.unpaged(FeedTopic.ARTICLES + "/" + date, format);
        return response(CachePolicy.ARCHIVE, request.format(), () -> feeds.day(date, request));
    }

    @GET
    @Path("tags/{ref}.{format}")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "308", ref = "Moved")
    @Operation(
            operationId = "getFeedOfTag",
            summary = "The feed of a tag",
            description = "The newest public articles with the tag, which may be a keyword, a section, a "
                    + "contributor or any other type.")
    public RestResponse<byte[]> tag(
            @PathParam("ref") TagRef tag,
            @Parameter(description = FORMAT, example = "rss") @PathParam("format") String format,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        FeedRequest request = FeedRequest.parse(FeedTopic.TAGS + tag.text(), format, limit, cursor);
        Ref ref = tag.ref();
        return response(CachePolicy.LISTING, request.format(), () -> feeds.tag(ref, request));
    }

    @GET
    @Path("tags/{ref}/{day}.{format}")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "308", ref = "Moved")
    @Operation(
            operationId = "getArchiveOfTag",
            summary = "The archive of a tag's day",
            description = "All public articles with the tag that are dated on a past day (UTC), at most 1,000.")
    public RestResponse<byte[]> tagDay(
            @PathParam("ref") TagRef tag,
            @Parameter(description = "A past day.", example = "2026-11-20") @PathParam("day") String day,
            @Parameter(description = FORMAT, example = "atom") @PathParam("format") String format) {
        LocalDate date = date(day);
        FeedRequest request = FeedRequest.unpaged(FeedTopic.TAGS + tag.text() + "/" + date, format);
        Ref ref = tag.ref();
        return response(CachePolicy.ARCHIVE, request.format(), () -> feeds.day(ref, date, request));
    }

    @GET
    @Path("lists/{key}.{format}")
    @Operation(
            operationId = "getFeedOfList",
            summary = "The feed of a curated list",
            description = "The articles of the list, in its order and with their own titles and summaries. "
                    + "The feed is complete (RFC 5005 §2): an article that is not in it is not in the "
                    + "list. Links to other sites are left out.")
    public RestResponse<byte[]> list(
            @PathParam("key") ListKey list,
            @Parameter(description = FORMAT, example = "json") @PathParam("format") String format) {
        FeedRequest request = FeedRequest.unpaged("/feeds/lists/" + list.text(), format);
        String key = list.value();
        return response(CachePolicy.LISTING, request.format(), () -> feeds.list(key, request));
    }

    private RestResponse<byte[]> response(CachePolicy policy, FeedFormat format, Supplier<Dated<Feed>> feed) {
        return delivery.document(policy, () -> {
            Dated<Feed> read = feed.get();
            return new Dated<>(
                    new FileResponse(
                            format.write(read.content()),
                            format.contentType(),
                            read.content().links().stream()
                                    .map(FeedLink::header)
                                    .toList()),
                    read.position(),
                    read.groups());
        });
    }

    /** A date that cannot be parsed has no archive: 404. */
    private static LocalDate date(String text) {
        try {
            return Timestamp.parseDay(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("archive");
        }
    }
}
