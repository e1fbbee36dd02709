package press.gazette.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import press.gazette.cache.CacheGroups;
import press.gazette.cache.Validity;
import press.gazette.change.Dependencies;
import press.gazette.json.FieldSelection;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.Listing;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.Problem;
import press.gazette.response.CachePolicy;
import press.gazette.response.Entitlement;
import press.gazette.response.LastModified;
import press.gazette.response.Links;
import press.gazette.response.Problems;
import press.gazette.time.Expiries;

/** Makes the response of a resource, with lifetimes and dates. {@link ResponseFilter} adds the rest. */
@Singleton
public class Delivery {

    /** Hosts whose players the reader site loads by a click; reader/body.js makes their addresses. */
    private static final String PLAYERS = "https://www.youtube-nocookie.com https://player.vimeo.com "
            + "https://geo.dailymotion.com https://open.spotify.com https://w.soundcloud.com https://embed.podcasts.apple.com "
            + "https://datawrapper.dwcdn.net https://flo.uri.sh https://www.google.com/maps/embed https://embed.ted.com "
            + "https://www.tiktok.com";

    /**
     * The policy of pages: scripts, styles and data of this server; pictures, film and sound from anywhere; frames of {@link
     * #PLAYERS} (Content Security Policy Level 3). Markup that slipped through all escaping is still not run.
     */
    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' https: data:; media-src 'self' https:; frame-src " + PLAYERS
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Rules for search engines, by their convention: no standard has it. */
    static final String ROBOTS = "X-Robots-Tag";

    private static final String NO_INDEX = "noindex";

    static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    static final String REFERRER_POLICY = "Referrer-Policy";

    private final Clock clock;
    private final Links links;
    private final CurrentVertxRequest request;

    Delivery(Clock clock, Links links, CurrentVertxRequest request) {
        this.clock = clock;
        this.links = links;
        this.request = request;
    }

    /** A response with the selected members of one object from the database. */
    public <T> RestResponse<T> one(CachePolicy policy, Fields fields, Supplier<Dated<T>> rendering) {
        Read<T> read = read(rendering);
        return this.<T>ok(selected(read.content(), fields, fields.selection()), policy, read)
                .build();
    }

    /** As above, with a rule for search engines if they must not index the object. */
    public <T> RestResponse<T> one(
            CachePolicy policy, Fields fields, Supplier<Dated<T>> rendering, Predicate<T> mayBeIndexed) {
        Read<T> read = read(rendering);
        ResponseBuilder<T> response = ok(selected(read.content(), fields, fields.selection()), policy, read);
        return mayBeIndexed.test(read.content())
                ? response.build()
                : response.header(ROBOTS, NO_INDEX).build();
    }

    /**
     * A response with a page of results, which search engines must not index, and a link to the next one.
     *
     * @param next the URL of the next page; null on the last page
     */
    public <T> RestResponse<T> results(
            CachePolicy policy, Fields fields, Supplier<Dated<T>> rendering, Function<T, @Nullable String> next) {
        Read<T> read = read(rendering);
        ResponseBuilder<T> response = this.<T>ok(selected(read.content(), fields, fields.selection()), policy, read)
                .header(ROBOTS, NO_INDEX);
        String address = next.apply(read.content());
        return address == null
                ? response.build()
                : response.header(HttpHeaders.LINK, nextLink(address)).build();
    }

    /**
     * A response with a page of a feed that never ends. Search engines must not index it.
     *
     * @param policy of the page
     * @param next the URL to follow
     */
    public <T> RestResponse<T> following(
            Function<T, CachePolicy> policy, Supplier<Dated<T>> rendering, Function<T, String> next) {
        Read<T> read = read(rendering);
        return this.<T>ok(read.content(), policy.apply(read.content()), read)
                .header(ROBOTS, NO_INDEX)
                .header(HttpHeaders.LINK, nextLink(next.apply(read.content())))
                .build();
    }

    /** A response with a document that is not JSON of the API, such as a feed. */
    public RestResponse<byte[]> document(CachePolicy policy, Supplier<Dated<FileResponse>> rendering) {
        Read<FileResponse> read = read(rendering);
        FileResponse document = read.content();
        ResponseBuilder<byte[]> response =
                this.<byte[]>ok(document.bytes(), policy, read).header(HttpHeaders.CONTENT_TYPE, document.mediaType());
        if (!document.links().isEmpty()) {
            response.header(HttpHeaders.LINK, String.join(", ", document.links()));
        }
        if (!document.isIndexed()) {
            response.header(ROBOTS, NO_INDEX);
        }
        if (document.ages()) {
            // Text instead of CacheGroups: the cache would serve the response past the hour that changes it.
            response.header(CacheGroups.HEADER, null)
                    .header(CacheGroups.HEADER, read.groups().toString());
        }
        return response.build();
    }

    /** A response with one page of a listing, and a link to the next one. */
    public <T> RestResponse<Listing<T>> listing(
            CachePolicy policy, ListingAddress address, Limit limit, Supplier<Dated<Page<T>>> rendering) {
        return listing(policy, address, limit, Fields.ALL, rendering);
    }

    /** As above, with the selected members of each item only. */
    public <T> RestResponse<Listing<T>> listing(
            CachePolicy policy,
            ListingAddress address,
            Limit limit,
            Fields fields,
            Supplier<Dated<Page<T>>> rendering) {
        Read<Page<T>> read = read(rendering);
        Listing<T> listing = listing(address, limit, read.content());
        return linked(ok(selected(listing, fields, fields.ofItems()), policy, read), listing);
    }

    /** A response with a listing that has one page only, with the selected members of each item. */
    public <T> RestResponse<Listing<T>> whole(
            CachePolicy policy, Fields fields, Supplier<Dated<Listing<T>>> rendering) {
        Read<Listing<T>> read = read(rendering);
        return this.<Listing<T>>ok(selected(read.content(), fields, fields.ofItems()), policy, read)
                .build();
    }

    /** A response with the selected members of an object for those who have its link: never cached, never indexed. */
    public <T> RestResponse<T> confidential(T view, Fields fields) {
        @SuppressWarnings("unchecked") // see ok
        T selected = (T) selected(view, fields, fields.selection());
        return confidential(ResponseBuilder.ok(selected).build());
    }

    /** Marks a response as confidential: never cached, never indexed. */
    public <T> RestResponse<T> confidential(RestResponse<T> response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().putSingle(ROBOTS, "noindex, nofollow");
        response.getHeaders().putSingle(REFERRER_POLICY, "no-referrer");
        return response;
    }

    /** A response of the desk with one page of a listing. It is never cached, so it has no date. */
    public <T> RestResponse<Listing<T>> deskListing(ListingAddress address, Limit limit, Page<T> page) {
        Listing<T> listing = listing(address, limit, page);
        return linked(ResponseBuilder.ok(listing), listing);
    }

    /** A response of the desk with a page of a feed that never ends. */
    public <T> RestResponse<T> deskFollowing(T page, String next) {
        return ResponseBuilder.ok(page).header(HttpHeaders.LINK, nextLink(next)).build();
    }

    /** A response of the desk with a new object and its Location. */
    public <T> RestResponse<T> created(String path, T view) {
        return ResponseBuilder.<T>create(RestResponse.Status.CREATED)
                .entity(view)
                .header(HttpHeaders.LOCATION, links.to(path))
                .build();
    }

    /**
     * A response that changes only with a release.
     *
     * @param linked values of the header Link
     */
    public <T> RestResponse<T> unchanging(T view, List<String> linked) {
        ResponseBuilder<T> response =
                ResponseBuilder.ok(view).header(HttpHeaders.CACHE_CONTROL, CachePolicy.RELEASE.header());
        linked.forEach(link -> response.header(HttpHeaders.LINK, link));
        return response.build();
    }

    /** A response with a document that is not JSON of the API and changes only with a release. */
    public RestResponse<byte[]> unchanging(FileResponse document) {
        RestResponse<byte[]> response = unchanging(document.bytes(), document.links());
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, document.mediaType());
        return response;
    }

    /** A response with a page for people, or its script, style or picture. */
    public RestResponse<byte[]> page(byte[] content, String mediaType) {
        return asPage(
                ResponseBuilder.ok(content).header(HttpHeaders.CACHE_CONTROL, CachePolicy.PAGE.header()), mediaType);
    }

    /** A response with a page for people made from the database. */
    public RestResponse<byte[]> page(String mediaType, Supplier<Dated<byte[]>> rendering) {
        Read<byte[]> read = read(rendering);
        return asPage(this.<byte[]>ok(read.content(), CachePolicy.PAGE, read), mediaType);
    }

    /** A response with a page about a problem, with its status. */
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

    /** Adds Vary: Accept to a response that is negotiated, so that caches store all its forms. */
    public <T> RestResponse<T> byAccept(RestResponse<T> response) {
        response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return response;
    }

    /** Content with its dependencies, and the entitlement that it was read with. */
    private record Read<T>(T content, CacheGroups groups, Entitlement entitlement) {}

    private <T> Read<T> read(Supplier<Dated<T>> rendering) {
        Instant from = clock.instant();
        Entitlement entitlement = Entitlement.of(request.getCurrent());
        return Expiries.collect(
                () -> Dependencies.collect(() -> entitlement.read(rendering), Dated::dependingOn),
                (read, end) -> new Read<>(
                        read.content(),
                        new CacheGroups(read.groups(), read.position(), new Validity(from, end)),
                        entitlement));
    }

    private <T> Listing<T> listing(ListingAddress address, Limit limit, Page<T> page) {
        Cursor cursor = page.next();
        return Listing.of(page, cursor == null ? null : links.to(address.page(limit, cursor)));
    }

    private static <T> RestResponse<Listing<T>> linked(ResponseBuilder<Listing<T>> response, Listing<T> listing) {
        return listing.next() == null
                ? response.build()
                : response.header(HttpHeaders.LINK, nextLink(listing.next())).build();
    }

    private static String nextLink(String address) {
        return "<" + address + ">; rel=\"next\"";
    }

    /** Returns the type that the contract shows: a selection is the object with fewer members. */
    @SuppressWarnings("unchecked")
    private <T> ResponseBuilder<T> ok(Object view, CachePolicy policy, Read<?> read) {
        CacheGroups groups = read.groups();
        return (ResponseBuilder<T>) ResponseBuilder.ok(view)
                .header(HttpHeaders.CACHE_CONTROL, read.entitlement().cacheControl(policy))
                .header(
                        HttpHeaders.LAST_MODIFIED,
                        new LastModified(groups.position().at(), clock.instant()))
                .header(CacheGroups.HEADER, groups);
    }

    private static Object selected(Object view, Fields fields, FieldSelection selection) {
        return fields.areAll() ? view : new Selected(view, selection);
    }
}
