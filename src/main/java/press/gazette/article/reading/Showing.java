package press.gazette.article.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Subject;
import press.gazette.delivery.Fields;
import press.gazette.problem.Problem;

/**
 * How much of an article an answer shows. What it does not show is not read either.
 *
 * @param fields the members that were selected
 * @param body the formats in which the body is wanted; empty: not at all
 * @param inclusions what is expanded
 */
public record Showing(Fields fields, Set<BodyFormat> body, Set<Inclusion> inclusions) {

    /** What every client needs now and then, and most not always. */
    enum Inclusion {
        RELATED("related"),
        PARENTS_OF_TAGS("tags.parents");

        private final String word;

        Inclusion(String word) {
            this.word = word;
        }
    }

    /** A card as it comes. */
    public static final Showing CARD = new Showing(Fields.ALL, Set.of(), Set.of());

    /** A card and the body, as it is stored. */
    public static final Showing BLOCKS = new Showing(Fields.ALL, Set.of(BodyFormat.BLOCKS), Set.of());

    /** With bodies a page weighs a hundred times as much. */
    public static final int MOST_WITH_BODY = 20;

    private static final String BODY = "body";

    /** Reads the parameters of a listing: cards, unless more is asked for. */
    public static Showing ofItems(@Nullable String fields, @Nullable String include, @Nullable String body) {
        return parse(fields, include, body, Set.of(), ArticleItem.class);
    }

    /** Reads the parameters of an article's own page: with the body as html, unless something else is asked for. */
    public static Showing ofWhole(ReadingParameters parameters) {
        return parse(
                parameters.fields(),
                parameters.include(),
                parameters.body(),
                Set.of(BodyFormat.HTML),
                ArticleView.class);
    }

    /** Refuses parameters that contradict each other. */
    private static Showing parse(
            @Nullable String fields,
            @Nullable String include,
            @Nullable String body,
            Set<BodyFormat> unasked,
            Class<? extends Record> shape) {
        Fields selected = Fields.parse(fields, shape);
        Set<BodyFormat> formats = body == null ? unasked : BodyFormat.parse(body);
        Set<Inclusion> inclusions = inclusions(include);
        if (!selected.have(BODY)) {
            if (body != null && !formats.isEmpty()) {
                throw contradiction("body=" + body, BODY);
            }
            formats = Set.of();
        } else if (!selected.areAll() && formats.isEmpty()) {
            throw Problem.invalidParameter(
                    "fields", "The field \"body\" is selected, and no format of it asked for: say body=html.");
        }
        for (Inclusion inclusion : inclusions) {
            if (!isAmong(selected, inclusion)) {
                throw contradiction("include=" + inclusion.word, inclusion.word);
            }
        }
        if (!selected.areAll() && selected.have("related") && !inclusions.contains(Inclusion.RELATED)) {
            throw Problem.invalidParameter("fields", "The field \"related\" needs include=related.");
        }
        return new Showing(selected, formats, inclusions);
    }

    /** What makes articles that are shown so look different, beside themselves. */
    public List<Subject> groups(Subject... besides) {
        List<Subject> groups = new ArrayList<>(List.of(besides));
        groups.add(Subject.LABELS);
        if (showsRelated() && !groups.contains(Subject.ARTICLES)) {
            groups.add(Subject.ARTICLES);
        }
        if (showsParentsOfTags()) {
            groups.add(Subject.TAGS);
        }
        return groups;
    }

    public boolean showsRelated() {
        return inclusions.contains(Inclusion.RELATED);
    }

    boolean showsParentsOfTags() {
        return inclusions.contains(Inclusion.PARENTS_OF_TAGS);
    }

    public boolean showsBody() {
        return !body.isEmpty();
    }

    /** Whether anything shown comes from tags; a kicker and a byline are made of them where none was set. */
    boolean showsTags() {
        return Stream.of("tags", "section", "contributors", "kicker", "byline")
                .anyMatch(name -> fields.have(name) || (showsRelated() && fields.have("related." + name)));
    }

    private static boolean isAmong(Fields selected, Inclusion inclusion) {
        return inclusion == Inclusion.RELATED
                ? selected.have("related")
                : Stream.of("tags", "section", "contributors").anyMatch(selected::have);
    }

    private static Set<Inclusion> inclusions(@Nullable String text) {
        Set<Inclusion> inclusions = EnumSet.noneOf(Inclusion.class);
        if (text != null) {
            for (String word : text.split(",", -1)) {
                if (!inclusions.add(inclusion(word))) {
                    throw refused();
                }
            }
        }
        return inclusions;
    }

    private static Inclusion inclusion(String word) {
        return Arrays.stream(Inclusion.values())
                .filter(inclusion -> inclusion.word.equals(word))
                .findFirst()
                .orElseThrow(Showing::refused);
    }

    private static Problem refused() {
        String words = Arrays.stream(Inclusion.values())
                .map(inclusion -> inclusion.word)
                .collect(Collectors.joining(", "));
        return Problem.invalidParameter(
                "include", "To include is one or more of " + words + ", separated by commas, each once.");
    }

    private static Problem contradiction(String asked, String field) {
        return Problem.invalidParameter(
                "fields", "By " + asked + " you ask for what is not among the fields: add \"" + field + "\" to them.");
    }
}
