package press.gazette.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;

/** Turns what a resource renders into an answer with its lifetimes and dates; {@link Leaving} adds the rest. */
@Singleton
public class Delivery {

    private final Clock clock;
    private final Links links;

    Delivery(Clock clock, Links links) {
        this.clock = clock;
        this.links = links;
    }

    /** Answers with one thing that follows from the content of the database. */
    public <T> RestResponse<T> one(CachePolicy policy, Supplier<T> rendering) {
        AsOf<T> rendered = AsOf.head(rendering);
        return ok(rendered.content(), policy, rendered.lastChange()).build();
    }

    /** Answers with one page of a listing, and says where the next one is. */
    public <T> RestResponse<Listing<T>> listing(
            CachePolicy policy, ListingAddress address, Limit limit, Supplier<AsOf<Page<T>>> rendering) {
        AsOf<Page<T>> rendered = rendering.get();
        Page<T> page = rendered.content();
        Cursor cursor = page.next();
        if (cursor == null) {
            return ok(new Listing<>(page.items(), null), policy, rendered.lastChange())
                    .build();
        }
        String next = links.to(address.page(limit, cursor));
        return ok(new Listing<>(page.items(), next), policy, rendered.lastChange())
                .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
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

    private <T> ResponseBuilder<T> ok(T view, CachePolicy policy, Instant lastChange) {
        return ResponseBuilder.ok(view)
                .header(HttpHeaders.CACHE_CONTROL, policy.header())
                .header(HttpHeaders.LAST_MODIFIED, new LastModified(lastChange, clock.instant()));
    }
}
