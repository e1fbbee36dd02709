package press.gazette.article.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.problem.Problem;
import press.gazette.tag.Tag;
import press.gazette.tag.TagRef;
import press.gazette.tag.TagType;

/**
 * The tags of a filter at the desk.
 *
 * @param ids an article's working draft has all of them
 * @param rare one of them that few articles have, so that these can all be read; null: all are common
 */
record DeskArticleTags(List<UUID> ids, @Nullable UUID rare) {

    /** So few articles are read and sorted in less time than a listing is walked to twenty of them. */
    static final int FEW = 5_000;

    /** The articles whose live content or working draft has a tag. */
    private static final String CARRIERS = """
            (select g.article_id as id from tagging g where g.tag_id = ?%1$s)
            union all (select d.article_id as id from draft_tag d where d.tag_id = ?%1$s)""";

    /**
     * A draft that is ahead has tags of its own, if this release has saved it. Tables of tags are asked first: reading an article
     * costs more. They are counted, since PostgreSQL would read all articles of a common tag for an EXISTS.
     */
    private static final String TAGGED = """
            (select count(*) from tagging g where g.article_id = s.id and g.tag_id = ?)
                + (select count(*) from draft_tag d where d.article_id = s.id and d.tag_id = ?) > 0
            and case when a.latest_revision <> a.live_revision and a.desk_key is not null
                then (select count(*) from draft_tag d where d.article_id = a.id and d.tag_id = ?)
                else (select count(*) from tagging g where g.article_id = a.id and g.tag_id = ?) end > 0""";

    /**
     * Finds the tags of the filter, in any state, with a statement for each, and counts their articles until one is rare.
     *
     * @param few the most articles of a rare tag
     * @throws Problem {@code invalid-parameter} for an unknown one
     */
    static DeskArticleTags of(DeskArticleFilter filter, int few) {
        List<UUID> ids = new ArrayList<>();
        add(ids, "section", filter.section(), TagType.SECTION);
        add(ids, "contributor", filter.contributor(), TagType.CONTRIBUTOR);
        add(ids, "tag", filter.tag(), null);
        return new DeskArticleTags(
                ids, ids.stream().filter(id -> isRare(id, few)).findFirst().orElse(null));
    }

    private static void add(List<UUID> ids, String parameter, @Nullable Ref ref, @Nullable TagType type) {
        if (ref != null) {
            ids.add(TagRef.atDesk(ref)
                    .filter(tag -> type == null || tag.type() == type)
                    .map(Tag::id)
                    .orElseThrow(() -> Problem.invalidParameter(
                            parameter, "There is no " + parameter + " \"" + ref.text() + "\".")));
        }
    }

    private static boolean isRare(UUID tag, int few) {
        String bounded = CARRIERS.formatted(" limit " + (few + 1));
        return Sql.of("select count(*) from (" + bounded + ") counted", tag, tag)
                        .first(Row::number)
                        .orElse(0L)
                <= few;
    }

    /** The condition for articles {@code a} that may have the rare tag. */
    static Sql carriersOf(UUID tag) {
        return Sql.of(" and a.id in (" + CARRIERS.formatted("") + ")", tag, tag);
    }

    /** The condition for examined articles {@code s}, with their rows {@code a}, whose working draft has all tags. */
    Sql condition() {
        return Sql.join(
                "",
                ids.stream().map(id -> Sql.of(" and " + TAGGED, id, id, id, id)).toList());
    }
}
