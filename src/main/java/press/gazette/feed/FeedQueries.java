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

import press.gazette.address.Ref;
import press.gazette.article.listing.ArticleSelection;
import press.gazette.article.listing.SelectedArticles;
import press.gazette.article.listing.SelectedArticles.Found;
import press.gazette.article.listing.SelectedArticles.Wanted;
import press.gazette.change.Ledger;
import press.gazette.change.LedgerPosition;
import press.gazette.change.Removal;
import press.gazette.change.Subject;
import press.gazette.curation.CuratedList;
import press.gazette.curation.resolution.Slot;
import press.gazette.curation.resolver.ListResolver;
import press.gazette.delivery.Dated;
import press.gazette.feed.format.Feed;
import press.gazette.feed.format.FeedItem;
import press.gazette.feed.format.FeedLink;
import press.gazette.feed.format.Publisher;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Page;
import press.gazette.problem.Problem;
import press.gazette.tag.TagAddress;

/**
 * Reads the content of feeds: articles, removals, and the date of the last change. The position in the ledger and the
 * feed's date are read before the articles, so the articles may be newer than they say, but never older.
 */
@Singleton
class FeedQueries {

    /** The time for which removals are listed in feeds. */
    private static final Duration REMOVALS_LISTED = Duration.ofDays(30);

    private static final int MOST_REMOVALS = 100;

    /** More than a newsroom publishes in a day. A day with more articles, as after an import, can be read by pages. */
    private static final int MOST_OF_A_DAY = 1_000;

    /** The first selection of a statement: the articles of the feed. */
    private static final int PAGE = 0;

    /** The second selection: the newest article before them, whose day has the previous archive. */
    private static final int OLDER = 1;

    private final FeedItems items;
    private final FeedLinks links;
    private final FeedPublisher publishers;
    private final PageUrls urls;
    private final Clock clock;

    FeedQueries(FeedItems items, FeedLinks links, FeedPublisher publishers, PageUrls urls, Clock clock) {
        this.items = items;
        this.links = links;
        this.publishers = publishers;
        this.urls = urls;
        this.clock = clock;
    }

    /** The newest articles of all, or a page behind them. */
    Dated<Feed> everything(FeedRequest request) {
        LedgerPosition position = Ledger.head().position();
        return newest(FeedTopic.EVERYTHING, request, position);
    }

    /** The newest articles of a tag, or a page behind them. */
    Dated<Feed> tag(Ref ref, FeedRequest request) {
        LedgerPosition position = Ledger.head().position();
        return newest(topic(ref, request.extension()), request, position);
    }

    /** All articles published on a past day. */
    Dated<Feed> day(LocalDate day, FeedRequest request) {
        LedgerPosition position = Ledger.head().position();
        return archive(FeedTopic.EVERYTHING, day, request, position);
    }

    /** All articles of a tag published on a past day. */
    Dated<Feed> day(Ref ref, LocalDate day, FeedRequest request) {
        LedgerPosition position = Ledger.head().position();
        return archive(topic(ref, "/" + day + request.extension()), day, request, position);
    }

    /** The articles of a curated list, in its order. */
    Dated<Feed> list(String key, FeedRequest request) {
        LedgerPosition position = Ledger.head().position();
        CuratedList list = CuratedList.atDesk(key)
                .filter(found -> found.live() != null)
                .orElseThrow(() -> Problem.notFound("list"));
        List<Subject> groups =
                List.of(Subject.list(key), Subject.LISTS, Subject.ARTICLES, Subject.LABELS, Subject.SITE);
        Instant updated = Ledger.lastChange(groups).at();
        Instant now = clock.instant();
        ListResolver.Read read = ListResolver.live(List.of(list.id()), now, false).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("list"));
        List<UUID> articles = read.resolved().slots().stream()
                .map(Slot::article)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Publisher publisher = publishers.read(now);
        Feed feed = new Feed(
                "urn:uuid:" + list.id(),
                publisher.titled(read.revision().content().settings().title()),
                publisher.described(),
                publisher,
                updated,
                Feed.Extent.COMPLETE,
                links.of(request, List.of()),
                items.of(articles, now),
                List.of());
        return new Dated<>(feed, position, groups);
    }

    private static FeedTopic topic(Ref ref, String after) {
        return FeedTopic.of(TagAddress.read(ref, FeedTopic.TAGS, after));
    }

    private Dated<Feed> newest(FeedTopic topic, FeedRequest request, LedgerPosition position) {
        List<Subject> groups = List.of(topic.subject(), Subject.LABELS, Subject.SITE);
        Instant updated = Ledger.lastChange(groups).at();
        List<Removal> removals = request.after() == null
                ? Ledger.removals(topic.subject(), updated.minus(REMOVALS_LISTED), MOST_REMOVALS)
                : List.of();
        Instant now = clock.instant();
        ArticleSelection page = topic.selection().behind(request.after());
        List<Found> found = SelectedArticles.found(
                List.of(
                        new Wanted(page, request.limit().plusOne()),
                        new Wanted(topic.selection().before(now.truncatedTo(ChronoUnit.DAYS)), 1)),
                removals.stream().map(Removal::article).toList(),
                now);
        Set<UUID> republished = found.stream()
                .filter(each -> each.selection() == SelectedArticles.NAMED)
                .map(Found::article)
                .collect(Collectors.toSet());
        Page<Found> shown = Page.of(
                selected(found, PAGE), request.limit(), last -> new DatedKey(last.date(), last.article()).cursor());
        List<FeedLink> more = new ArrayList<>(links.next(request, shown.next()));
        more.addAll(links.previousArchive(topic, request, selected(found, OLDER)));
        return new Dated<>(
                feed(
                        topic,
                        now,
                        updated,
                        Feed.Extent.PAGE,
                        links.of(request, more),
                        items.of(shown.items().stream().map(Found::article).toList(), now),
                        removals.stream()
                                .filter(removal -> !republished.contains(removal.article()))
                                .toList()),
                position,
                groups);
    }

    private Dated<Feed> archive(FeedTopic topic, LocalDate day, FeedRequest request, LedgerPosition position) {
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
        more.addAll(links.previousArchive(topic, request, selected(found, OLDER)));
        return new Dated<>(
                feed(
                        topic,
                        now,
                        updated,
                        Feed.Extent.ARCHIVE,
                        links.of(request, more),
                        items.of(
                                selected(found, PAGE).stream()
                                        .map(Found::article)
                                        .toList(),
                                now),
                        List.of()),
                position,
                List.of(topic.subject(), Subject.LABELS, Subject.SITE));
    }

    private Feed feed(
            FeedTopic topic,
            Instant now,
            Instant updated,
            Feed.Extent extent,
            List<FeedLink> all,
            List<FeedItem> shown,
            List<Removal> removals) {
        String id = topic.id();
        Publisher publisher = publishers.read(now);
        return new Feed(
                id == null ? urls.absolute(topic.path()) : id,
                publisher.titled(topic.title()),
                topic.descriptionOn(publisher),
                publisher,
                updated,
                extent,
                all,
                shown,
                removals);
    }

    private static List<Found> selected(List<Found> found, int selection) {
        return found.stream().filter(each -> each.selection() == selection).toList();
    }
}
