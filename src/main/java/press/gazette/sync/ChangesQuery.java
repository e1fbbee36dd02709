package press.gazette.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.Detail;
import press.gazette.change.Change;
import press.gazette.change.LedgerPosition;
import press.gazette.change.Subject;
import press.gazette.change.compaction.LedgerEnds;
import press.gazette.delivery.Dated;
import press.gazette.paging.Limit;
import press.gazette.problem.Problem;
import press.gazette.response.Links;
import press.gazette.time.Expiries;

/**
 * One page of changes.
 *
 * @param after null: a copy of everything begins
 */
record ChangesQuery(
        ChangeFilter filter,
        Limit limit,
        boolean withContent,
        @Nullable FeedPosition after) {

    /** Every public change invalidates one of these. */
    private static final List<Subject> GROUPS = List.of(Subject.ARTICLES, Subject.TAGS, Subject.LISTS, Subject.LABELS);

    /** Changes that one request looks at besides those that it shows: replaced ones, and those that the filter leaves out. */
    private static final int BESIDES = 400;

    /** A change that the page shows. */
    private record Shown(ChangeRow row, Change.Kind kind) {}

    /** Reads the parameters and rejects bad ones, without the database. */
    static ChangesQuery parse(ChangesParameters parameters, @Nullable String limit, @Nullable String include) {
        ChangeFilter filter = ChangeFilter.parse(parameters);
        boolean withContent = include != null;
        if (include != null && !include.equals("content")) {
            throw Problem.invalidParameter("include", "The parameter include takes content.");
        }
        Limit most = Limit.parse(limit);
        if (withContent && most.value() > Detail.MOST_WITH_BODY) {
            throw Problem.invalidParameter(
                    "limit", "With include=content the limit is at most " + Detail.MOST_WITH_BODY + ".");
        }
        return new ChangesQuery(
                new ChangeFilter(
                        filter.address().detail("include", include), filter.types(), filter.kinds(), filter.articles()),
                most,
                withContent,
                FeedPosition.parse(parameters.after(), filter.address()));
    }

    /** Reads the page. The end of the ledger is read before its changes. */
    Dated<ChangesPage> page(Instant now, Links links) {
        TagCondition tags = filter.tags();
        LedgerEnds ends = LedgerEnds.read(after == null ? null : after.reached());
        FeedPosition from = after == null ? FeedPosition.first(ends.head(), tags) : after.of(tags);
        if (after != null && !after.isKnown(tags, ends)) {
            throw Problem.changesGone(ChangeFilter.PATH);
        }
        int window = limit.value() + BESIDES;
        List<ChangeRow> rows =
                ChangeStatement.behind(from.seq(), filter.types(), filter.narrowsArticles(), window, now);
        List<Shown> shown = shown(rows, tags, from);
        boolean cut = shown.size() > limit.value();
        List<Shown> page = cut ? shown.subList(0, limit.value()) : shown;
        boolean more = cut || rows.size() == window;
        LedgerPosition last = cut
                ? page.get(page.size() - 1).row().position()
                : rows.isEmpty() ? ends.head() : rows.get(rows.size() - 1).position();
        if (!more && last.seq() < ends.head().seq()) {
            last = ends.head();
        }
        ChangesPage view = new ChangesPage(
                items(page, now, links),
                links.to(filter.address().page(limit, "after", from.at(last).cursor())),
                more);
        return new Dated<>(view, ends.head(), GROUPS);
    }

    private List<Shown> shown(List<ChangeRow> rows, TagCondition tags, FeedPosition from) {
        List<Shown> shown = new ArrayList<>();
        for (ChangeRow row : rows) {
            filter.shown(row, tags, from.copied()).ifPresent(kind -> shown.add(new Shown(row, kind)));
            Expiries.add(row.hiddenFrom());
        }
        return shown;
    }

    private List<ChangeItem> items(List<Shown> page, Instant now, Links links) {
        List<Subject> stored = page.stream()
                .filter(each -> !each.kind().isRemoval())
                .map(each -> each.row().subject())
                .toList();
        Map<Subject, Object> contents = withContent ? ItemContents.of(stored, now) : Map.of();
        return page.stream()
                .map(each -> Optional.of(each)
                        .filter(shown -> !withContent
                                || shown.kind().isRemoval()
                                || shown.row().subject().kind() == Subject.Kind.MEDIA
                                || contents.containsKey(shown.row().subject()))
                        .map(shown -> ChangeItem.of(
                                shown.row(),
                                shown.kind(),
                                contents.get(shown.row().subject()),
                                links))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
