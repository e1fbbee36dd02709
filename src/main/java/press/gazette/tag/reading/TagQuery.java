package press.gazette.tag.reading;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.change.Subject;
import press.gazette.database.Sql;
import press.gazette.delivery.Dated;
import press.gazette.media.Rights;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.tag.TagLookup;
import press.gazette.tag.TagType;

/**
 * A listing of visible tags, by slug; with a search, by the words that it finds.
 *
 * @param address of the listing, to which its cursors are bound
 * @param type only tags of this type; absent: all
 * @param parent only tags right below this one; absent: all
 */
public record TagQuery(
        ListingAddress address,
        TagOrder order,
        @Nullable TagType type,
        @Nullable Ref parent,
        Limit limit) {

    static final Sql VISIBLE = Sql.of("t.state in ('active', 'deprecated')");

    /** Reads the parameters and rejects bad ones, without the database. */
    static TagQuery parse(TagParameters parameters) {
        ListingAddress address = ListingAddress.of("/v1/tags")
                .with("type", parameters.type())
                .with("q", parameters.q())
                .with("parent", parameters.parent());
        return new TagQuery(
                address,
                TagOrder.parse(parameters.q(), parameters.cursor(), address),
                type(parameters.type()),
                parent(parameters.parent()),
                Limit.parse(parameters.limit()));
    }

    /** Reads the parameter {@code type}. */
    public static @Nullable TagType type(@Nullable String word) {
        return word == null ? null : ParameterValue.parse("type", word, TagType.values(), type -> type.word);
    }

    /** Reads the parameter {@code parent}. */
    public static @Nullable Ref parent(@Nullable String text) {
        return text == null
                ? null
                : Ref.of(text)
                        .orElseThrow(() -> Problem.invalidParameter("parent", "The parent is a tag's slug or id."));
    }

    /** The problem for an unknown parent. */
    public static Problem unknownParent(Ref parent) {
        return Problem.invalidParameter("parent", "There is no tag \"" + parent.text() + "\".");
    }

    /** Reads one page with two statements. */
    Dated<Page<TagCard>> page(Instant now) {
        if (parent == null) {
            return Dated.head(() -> page(null, now), page -> List.of(Subject.TAGS));
        }
        TagLookup found = TagLookup.of(Set.of(parent), false);
        TagLookup.Found above = found.tags().get(parent);
        if (above == null) {
            throw unknownParent(parent);
        }
        return new Dated<>(page(above.id(), now), found.position(), List.of(Subject.TAGS));
    }

    private Page<TagCard> page(@Nullable UUID above, Instant now) {
        return new TagStatement(order, type, null, above)
                .page(TagCard.COLUMNS, Rights.join("t", now), VISIBLE, limit, TagCard::of);
    }
}
