package press.gazette.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.listing.ArticleSelection;
import press.gazette.article.listing.SelectedArticles;
import press.gazette.article.listing.SelectedArticles.Found;
import press.gazette.article.listing.SelectedArticles.Wanted;
import press.gazette.change.Ledger;
import press.gazette.change.Position;
import press.gazette.change.Removal;
import press.gazette.change.Subject;
import press.gazette.curation.CuratedList;
import press.gazette.curation.reading.ListReading;
import press.gazette.curation.resolution.Slot;
import press.gazette.delivery.AsOf;
import press.gazette.feed.format.Feed;
import press.gazette.feed.format.FeedItem;
import press.gazette.feed.format.FeedLink;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Page;
import press.gazette.problem.Problem;
import press.gazette.tag.TagAddress;

/**
 * Reads feeds: what stands in them, what has left them, and when they last changed. The position in the ledger and the
 * feed's own date are read before the content, so a feed may be newer than it says, but never older.
 */
@Singleton
class FeedReading {

    /** As long as the ledger promises to tell of them. */
    private static final Duration TOLD = Duration.ofDays(30);

    private static final int MOST_REMOVALS = 100;

    /** More than any newsroom publishes in a day; what an import has put on one day is read by pages. */
    private static final int MOST_OF_A_DAY = 1_000;

    private static final int PAGE = 0;
    private static final int OLDER = 1;

    private final FeedItems items;
    private final FeedLinks links;
    private final Site site;
    private final Clock clock;

    FeedReading(FeedItems items, FeedLinks links, Site site, Clock clock) {
        this.items = items;
        this.links = links;
        this.site = site;
        this.clock = clock;
    }

    /** The newest articles of all, or a page of what is behind them. */
    AsOf<Feed> everything(FeedRequest request) {
        Position position = Ledger.head().position();
        return newest(FeedTopic.EVERYTHING, request, position);
    }

    /** The newest articles of a tag, or a page of what is behind them. */
    AsOf<Feed> tag(Ref ref, FeedRequest request) {
        Position position = Ledger.head().position();
        return newest(topic(ref, request.extension()), request, position);
    }

    /** All articles of all that were published on a day that is over. */
    AsOf<Feed> day(LocalDate day, FeedRequest request) {
        Position position = Ledger.head().position();
        return archive(FeedTopic.EVERYTHING, day, request, position);
    }

    /** All articles of a tag that were published on a day that is over. */
    AsOf<Feed> day(Ref ref, LocalDate day, FeedRequest request) {
        Position position = Ledger.head().position();
        return archive(topic(ref, "/" + day + request.extension()), day, request, position);
    }

    /** What stands in a curated list, in its order. */
    AsOf<Feed> list(String key, FeedRequest request) {
        Position position = Ledger.head().position();
        CuratedList list = CuratedList.atDesk(key)
                .filter(found -> found.live() != null)
                .orElseThrow(() -> Problem.notFound("list"));
        List<Subject> groups = List.of(Subject.list(key), Subject.LISTS, Subject.ARTICLES, Subject.LABELS);
        Instant updated = Ledger.lastChange(groups).at();
        Instant now = clock.instant();
        ListReading.Read read = ListReading.live(List.of(list.id()), now, false).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("list"));
        List<UUID> articles = read.resolved().slots().stream()
                .map(Slot::article)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        String title = read.edition().content().settings().title();
        Feed feed = new Feed(
                "urn:uuid:" + list.id(),
                titled(title),
                described(null),
                site.publisher(),
                updated,
                Feed.Extent.COMPLETE,
                links.of(request, List.of()),
                items.of(articles, now),
                List.of());
        return new AsOf<>(feed, position, groups);
    }

    private static FeedTopic topic(Ref ref, String after) {
        return FeedTopic.of(TagAddress.read(ref, FeedTopic.TAGS, after));
    }

    private AsOf<Feed> newest(FeedTopic topic, FeedRequest request, Position position) {
        List<Subject> groups = List.of(topic.subject(), Subject.LABELS);
        Instant updated = Ledger.lastChange(groups).at();
        List<Removal> removals = request.after() == null
                ? Ledger.removals(topic.subject(), updated.minus(TOLD), MOST_REMOVALS)
                : List.of();
        Instant now = clock.instant();
        ArticleSelection page = topic.selection().behind(request.after());
        List<Found> found = SelectedArticles.found(
                List.of(
                        new Wanted(page, request.limit().plusOne()),
                        new Wanted(topic.selection().before(now.truncatedTo(ChronoUnit.DAYS)), 1)),
                removals.stream().map(Removal::article).toList(),
                now);
        Set<UUID> back = found.stream()
                .filter(each -> each.selection() == SelectedArticles.NAMED)
                .map(Found::article)
                .collect(Collectors.toSet());
        Page<Found> shown =
                Page.of(of(found, PAGE), request.limit(), last -> new DatedKey(last.date(), last.article()).cursor());
        List<FeedLink> more = new ArrayList<>(links.next(request, shown.next()));
        more.addAll(links.previousArchive(topic, request, of(found, OLDER)));
        return new AsOf<>(
                feed(
                        topic,
                        updated,
                        Feed.Extent.PAGE,
                        links.of(request, more),
                        items.of(shown.items().stream().map(Found::article).toList(), now),
                        removals.stream()
                                .filter(removal -> !back.contains(removal.article()))
                                .toList()),
                position,
                groups);
    }

    private AsOf<Feed> archive(FeedTopic topic, LocalDate day, FeedRequest request, Position position) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = start.plus(1, ChronoUnit.DAYS);
        Instant now = clock.instant();
        if (end.isAfter(now)) {
            throw Problem.notFound("archive");
        }
        Instant updated = Ledger.lastChange(List.of(Subject.day(start))).at();
        List<Found> found = SelectedArticles.found(
                List.of(
                        new Wanted(topic.selection().from(start).before(end), MOST_OF_A_DAY),
                        new Wanted(topic.selection().before(start), 1)),
                now);
        List<FeedLink> more = new ArrayList<>(links.current(topic, request));
        more.addAll(links.previousArchive(topic, request, of(found, OLDER)));
        return new AsOf<>(
                feed(
                        topic,
                        updated,
                        Feed.Extent.ARCHIVE,
                        links.of(request, more),
                        items.of(of(found, PAGE).stream().map(Found::article).toList(), now),
                        List.of()),
                position,
                List.of(topic.subject(), Subject.LABELS));
    }

    private Feed feed(
            FeedTopic topic,
            Instant updated,
            Feed.Extent extent,
            List<FeedLink> all,
            List<FeedItem> shown,
            List<Removal> removals) {
        String id = topic.id();
        return new Feed(
                id == null ? site.here(topic.path()) : id,
                titled(topic.title()),
                described(topic.description()),
                site.publisher(),
                updated,
                extent,
                all,
                shown,
                removals);
    }

    private static List<Found> of(List<Found> found, int selection) {
        return found.stream().filter(each -> each.selection() == selection).toList();
    }

    private String titled(@Nullable String title) {
        return title == null
                ? site.publisher().name()
                : title + " – " + site.publisher().name();
    }

    private String described(@Nullable String description) {
        return description == null ? "News from " + site.publisher().name() : description;
    }
}
