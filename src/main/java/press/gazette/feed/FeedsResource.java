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
import press.gazette.curation.Key;
import press.gazette.delivery.AsOf;
import press.gazette.delivery.CachePolicy;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Document;
import press.gazette.delivery.admission.RedirectsTracking;
import press.gazette.feed.format.Feed;
import press.gazette.feed.format.FeedFormat;
import press.gazette.feed.format.FeedLink;
import press.gazette.problem.Problem;
import press.gazette.time.Timestamp;

/** Feeds for readers and partners. The extension of the address says the format; what a client accepts does not matter. */
@RedirectsTracking
@Path("/feeds")
@Tag(name = "Feeds")
public class FeedsResource {

    private static final String FORMAT =
            "The format: rss (RSS 2.0), atom (RFC 4287), json (JSON Feed 1.1) or ninjs (3.1).";

    private final FeedReading reading;
    private final Delivery delivery;

    FeedsResource(FeedReading reading, Delivery delivery) {
        this.reading = reading;
        this.delivery = delivery;
    }

    @GET
    @Path("articles.{format}")
    @Operation(
            operationId = "getFeedOfArticles",
            summary = "The feed of all articles",
            description = "The newest public articles; further pages by next, whole days by prev-archive (RFC 5005).")
    public RestResponse<byte[]> articles(
            @Parameter(description = FORMAT, example = "atom") @PathParam("format") String format,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        FeedRequest request = FeedRequest.parse(FeedTopic.ARTICLES, format, limit, cursor);
        return answer(CachePolicy.LISTING, request.format(), () -> reading.everything(request));
    }

    @GET
    @Path("articles/{day}.{format}")
    @Operation(
            operationId = "getArchiveOfArticles",
            summary = "The archive of a day",
            description =
                    "All public articles of a day (UTC) that is over, at most 1,000. It changes only when they do.")
    public RestResponse<byte[]> day(
            @Parameter(description = "A day that is over.", example = "2026-11-20") @PathParam("day") String day,
            @Parameter(description = FORMAT, example = "atom") @PathParam("format") String format) {
        LocalDate date = date(day);
        FeedRequest request = FeedRequest.whole(FeedTopic.ARTICLES + "/" + date, format);
        return answer(CachePolicy.ARCHIVE, request.format(), () -> reading.day(date, request));
    }

    @GET
    @Path("tags/{ref}.{format}")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "308", ref = "Moved")
    @Operation(
            operationId = "getFeedOfTag",
            summary = "The feed of a tag",
            description =
                    "The newest public articles that carry the tag, be it a keyword, a section, a contributor or any other.")
    public RestResponse<byte[]> tag(
            @Parameter(description = "The tag's id or slug.", example = "putin") @PathParam("ref") String ref,
            @Parameter(description = FORMAT, example = "rss") @PathParam("format") String format,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        FeedRequest request = FeedRequest.parse(FeedTopic.TAGS + ref, format, limit, cursor);
        Ref parsed = Ref.parse(ref, "tag");
        return answer(CachePolicy.LISTING, request.format(), () -> reading.tag(parsed, request));
    }

    @GET
    @Path("tags/{ref}/{day}.{format}")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "308", ref = "Moved")
    @Operation(
            operationId = "getArchiveOfTag",
            summary = "The archive of a tag's day",
            description =
                    "All public articles that carry the tag and are dated on a day (UTC) that is over, at most 1,000.")
    public RestResponse<byte[]> tagDay(
            @Parameter(description = "The tag's id or slug.", example = "putin") @PathParam("ref") String ref,
            @Parameter(description = "A day that is over.", example = "2026-11-20") @PathParam("day") String day,
            @Parameter(description = FORMAT, example = "atom") @PathParam("format") String format) {
        LocalDate date = date(day);
        FeedRequest request = FeedRequest.whole(FeedTopic.TAGS + ref + "/" + date, format);
        Ref parsed = Ref.parse(ref, "tag");
        return answer(CachePolicy.ARCHIVE, request.format(), () -> reading.day(parsed, date, request));
    }

    @GET
    @Path("lists/{key}.{format}")
    @Operation(
            operationId = "getFeedOfList",
            summary = "The feed of a curated list",
            description =
                    "The articles that stand in the list now, in its order and with their own words. It is complete "
                            + "(RFC 5005 §2): what is not in it is not in the list. Links to elsewhere are not in it.")
    public RestResponse<byte[]> list(
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            @Parameter(description = FORMAT, example = "json") @PathParam("format") String format) {
        FeedRequest request = FeedRequest.whole("/feeds/lists/" + key, format);
        Key.check(key, "list");
        return answer(CachePolicy.LISTING, request.format(), () -> reading.list(key, request));
    }

    private RestResponse<byte[]> answer(CachePolicy policy, FeedFormat format, Supplier<AsOf<Feed>> feed) {
        return delivery.document(policy, () -> {
            AsOf<Feed> read = feed.get();
            return new AsOf<>(
                    new Document(
                            format.write(read.content()),
                            format.contentType(),
                            read.content().links().stream()
                                    .map(FeedLink::header)
                                    .toList()),
                    read.position(),
                    read.groups());
        });
    }

    /** A day that no feed can have is one at which there is nothing. */
    private static LocalDate date(String text) {
        try {
            return Timestamp.parseDay(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("archive");
        }
    }
}
