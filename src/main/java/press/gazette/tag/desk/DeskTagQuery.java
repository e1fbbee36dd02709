package press.gazette.tag.desk;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.database.Sql;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.tag.TagRef;
import press.gazette.tag.TagState;
import press.gazette.tag.TagType;
import press.gazette.tag.reading.TagOrder;
import press.gazette.tag.reading.TagQuery;
import press.gazette.tag.reading.TagStatement;

/**
 * The desk's listing of tags of all states: by slug, by the last edit, or with a search by the words that it finds.
 *
 * @param address of the listing, to which its cursors are bound
 * @param type only tags of this type; absent: all
 * @param state only tags in this state; absent: all
 * @param parent only tags right below this one; absent: all
 */
record DeskTagQuery(
        ListingAddress address,
        TagOrder order,
        @Nullable TagType type,
        @Nullable TagState state,
        @Nullable Ref parent,
        Limit limit) {

    private static final Sql ALL = Sql.of("1 = 1");

    /** A value of the parameter {@code order}. */
    private enum Sorting {
        SLUG,
        MODIFIED;

        private final String word = name().toLowerCase(Locale.ROOT);
    }

    /** Reads the parameters and rejects bad ones, without the database. */
    static DeskTagQuery parse(DeskTagParameters parameters) {
        ListingAddress address = ListingAddress.of("/v1/desk/tags")
                .with("type", parameters.type())
                .with("state", parameters.state())
                .with("q", parameters.q())
                .with("parent", parameters.parent())
                .with("order", parameters.order());
        return new DeskTagQuery(
                address,
                order(parameters, address),
                TagQuery.type(parameters.type()),
                state(parameters.state()),
                TagQuery.parent(parameters.parent()),
                Limit.parse(parameters.limit()));
    }

    private static TagOrder order(DeskTagParameters parameters, ListingAddress address) {
        String word = parameters.order();
        Sorting order =
                word == null ? Sorting.SLUG : ParameterValue.parse("order", word, Sorting.values(), each -> each.word);
        if (word != null && parameters.q() != null) {
            throw Problem.invalidParameter(
                    "order", "The parameter order does not go with q: tags are ordered by the words that q finds.");
        }
        return order == Sorting.MODIFIED
                ? new TagOrder.ByEdit(DatedKey.parse(parameters.cursor(), address))
                : TagOrder.parse(parameters.q(), parameters.cursor(), address);
    }

    private static @Nullable TagState state(@Nullable String word) {
        return word == null ? null : ParameterValue.parse("state", word, TagState.values(), state -> state.word);
    }

    /** Reads one page with one statement; with a parent, one more finds that. */
    Page<DeskTagCard> page() {
        return new TagStatement(order, type, state, parent == null ? null : above(parent))
                .page(DeskTagCard.COLUMNS, Sql.NONE, ALL, limit, DeskTagCard::of);
    }

    private static UUID above(Ref parent) {
        return TagRef.atDesk(parent)
                .orElseThrow(() -> TagQuery.unknownParent(parent))
                .id();
    }
}
