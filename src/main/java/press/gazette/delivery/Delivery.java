package press.gazette.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import press.gazette.delivery.cache.CacheGroups;
import press.gazette.delivery.cache.Validity;
import press.gazette.json.Selection;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.Problem;
import press.gazette.time.Ends;

/** Turns what a resource renders into an answer with its lifetimes and dates; {@link Leaving} adds the rest. */
@Singleton
public class Delivery {

    /**
     * What a page of ours may do: run and show what this server gives out, show pictures from anywhere, and nothing else
     * (Content Security Policy Level 3). Text that got through all else as markup is still not run.
     */
    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' https: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    static final String REFERRER_POLICY = "Referrer-Policy";

    private final Clock clock;
    private final Links links;

    Delivery(Clock clock, Links links) {
        this.clock = clock;
        this.links = links;
    }

    /** Answers with the selected members of one thing that follows from the content of the database. */
    public <T> RestResponse<T> one(CachePolicy policy, Fields fields, Supplier<AsOf<T>> rendering) {
        Read<T> read = read(rendering);
        return this.<T>ok(selected(read.content(), fields, fields.selection()), policy, read.groups())
                .build();
    }

    /** Answers with what is no JSON of the API but a whole of its own, such as a feed. */
    public RestResponse<byte[]> document(CachePolicy policy, Supplier<AsOf<Document>> rendering) {
        Read<Document> read = read(rendering);
        Document document = read.content();
        ResponseBuilder<byte[]> answer = this.<byte[]>ok(document.bytes(), policy, read.groups())
                .header(HttpHeaders.CONTENT_TYPE, document.mediaType());
        if (!document.links().isEmpty()) {
            answer.header(HttpHeaders.LINK, String.join(", ", document.links()));
        }
        if (document.ages()) {
            // Only the ledger forgets what is kept, and it does not tell of the hours.
            answer.header(CacheGroups.HEADER, null)
                    .header(CacheGroups.HEADER, read.groups().toString());
        }
        return answer.build();
    }

    /** Answers with one page of a listing, and says where the next one is. */
    public <T> RestResponse<Listing<T>> listing(
            CachePolicy policy, ListingAddress address, Limit limit, Supplier<AsOf<Page<T>>> rendering) {
        return listing(policy, address, limit, Fields.ALL, rendering);
    }

    /** The same with the selected members of each item only. */
    public <T> RestResponse<Listing<T>> listing(
            CachePolicy policy, ListingAddress address, Limit limit, Fields fields, Supplier<AsOf<Page<T>>> rendering) {
        Read<Page<T>> read = read(rendering);
        Listing<T> listing = listing(address, limit, read.content());
        return linked(ok(selected(listing, fields, fields.ofItems()), policy, read.groups()), listing);
    }

    /** Answers with a listing that has no further pages, with the selected members of each item only. */
    public <T> RestResponse<Listing<T>> whole(CachePolicy policy, Fields fields, Supplier<AsOf<Listing<T>>> rendering) {
        Read<Listing<T>> read = read(rendering);
        return this.<Listing<T>>ok(selected(read.content(), fields, fields.ofItems()), policy, read.groups())
                .build();
    }

    /** Answers with the selected members of what is only for those who have a link to it: nobody keeps it or finds it. */
    public <T> RestResponse<T> confidential(T view, Fields fields) {
        @SuppressWarnings("unchecked") // see ok
        T selected = (T) selected(view, fields, fields.selection());
        return confidential(ResponseBuilder.ok(selected).build());
    }

    /** The same response for those only who have a link to it. */
    public <T> RestResponse<T> confidential(RestResponse<T> response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().putSingle("X-Robots-Tag", "noindex, nofollow");
        response.getHeaders().putSingle(REFERRER_POLICY, "no-referrer");
        return response;
    }

    /** Answers the desk with one page of a listing. Nobody keeps it, so it has no date. */
    public <T> RestResponse<Listing<T>> deskListing(ListingAddress address, Limit limit, Page<T> page) {
        Listing<T> listing = listing(address, limit, page);
        return linked(ResponseBuilder.ok(listing), listing);
    }

    /** Answers the desk with what it has just made and says where that is from now on. */
    public <T> RestResponse<T> created(String path, T view) {
        return ResponseBuilder.<T>create(RestResponse.Status.CREATED)
                .entity(view)
                .header(HttpHeaders.LOCATION, links.to(path))
                .build();
    }

    /**
     * Answers with a text that changes only with a release.
     *
     * @param linked values of the header Link
     */
    public <T> RestResponse<T> unchanging(T view, List<String> linked) {
        ResponseBuilder<T> answer =
                ResponseBuilder.ok(view).header(HttpHeaders.CACHE_CONTROL, CachePolicy.RELEASE.header());
        linked.forEach(link -> answer.header(HttpHeaders.LINK, link));
        return answer.build();
    }

    /** Answers with a whole that is no JSON of the API and changes only with a release. */
    public RestResponse<byte[]> unchanging(Document document) {
        RestResponse<byte[]> answer = unchanging(document.bytes(), document.links());
        answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, document.mediaType());
        return answer;
    }

    /** Answers with a page for people, or a part of one. */
    public RestResponse<byte[]> page(byte[] content, String mediaType) {
        return asPage(
                ResponseBuilder.ok(content).header(HttpHeaders.CACHE_CONTROL, CachePolicy.PAGE.header()), mediaType);
    }

    /** Answers with a page for people that follows from the content of the database. */
    public RestResponse<byte[]> page(String mediaType, Supplier<AsOf<byte[]>> rendering) {
        Read<byte[]> read = read(rendering);
        return asPage(this.<byte[]>ok(read.content(), CachePolicy.PAGE, read.groups()), mediaType);
    }

    /** Answers with a page that tells people of a problem, with its status. */
    public RestResponse<byte[]> page(Problem problem, byte[] content, String mediaType) {
        ResponseBuilder<byte[]> response = ResponseBuilder.<byte[]>create(Problems.status(problem.type()))
                .entity(content)
                .header(HttpHeaders.CACHE_CONTROL, Problems.cacheControl(problem.type()))
                .header(HttpHeaders.RETRY_AFTER, Problems.retryAfter(problem.type()));
        return asPage(response, mediaType);
    }

    private static RestResponse<byte[]> asPage(ResponseBuilder<byte[]> response, String mediaType) {
        return response.header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(CONTENT_SECURITY_POLICY, CONTENT_SECURITY)
                .header(REFERRER_POLICY, "strict-origin-when-cross-origin")
                .build();
    }

    /** Marks an answer that is another one for those who accept something else, so that caches keep both. */
    public <T> RestResponse<T> byAccept(RestResponse<T> answer) {
        answer.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return answer;
    }

    /** What was read for an answer, and all that makes it another one. */
    private record Read<T>(T content, CacheGroups groups) {}

    private <T> Read<T> read(Supplier<AsOf<T>> rendering) {
        Instant from = clock.instant();
        return Ends.collect(
                rendering,
                (read, end) -> new Read<>(
                        read.content(), new CacheGroups(read.groups(), read.position(), new Validity(from, end))));
    }

    private <T> Listing<T> listing(ListingAddress address, Limit limit, Page<T> page) {
        Cursor cursor = page.next();
        return Listing.of(page, cursor == null ? null : links.to(address.page(limit, cursor)));
    }

    private static <T> RestResponse<Listing<T>> linked(ResponseBuilder<Listing<T>> answer, Listing<T> listing) {
        return listing.next() == null
                ? answer.build()
                : answer.header(HttpHeaders.LINK, "<" + listing.next() + ">; rel=\"next\"")
                        .build();
    }

    /** The type stays the one that the contract shows: what leaves of a selection is the same with less in it. */
    @SuppressWarnings("unchecked")
    private <T> ResponseBuilder<T> ok(Object view, CachePolicy policy, CacheGroups groups) {
        return (ResponseBuilder<T>) ResponseBuilder.ok(view)
                .header(HttpHeaders.CACHE_CONTROL, policy.header())
                .header(
                        HttpHeaders.LAST_MODIFIED,
                        new LastModified(groups.position().at(), clock.instant()))
                .header(CacheGroups.HEADER, groups);
    }

    private static Object selected(Object view, Fields fields, Selection selection) {
        return fields.areAll() ? view : new Selected(view, selection);
    }
}
