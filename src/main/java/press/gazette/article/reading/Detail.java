package press.gazette.article.reading;

import java.util.ArrayList;
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
 * The parts of an article that a response shows. Parts that it does not show are not read.
 *
 * @param fields the selected members
 * @param body the formats of the body; empty: no body
 * @param inclusions the selected expansions
 */
public record Detail(Fields fields, Set<BodyFormat> body, Set<Inclusion> inclusions) {

    /** A value of the parameter {@code include}. */
    enum Inclusion {
        RELATED("related"),
        PARENTS_OF_TAGS("tags.parents"),
        CORRECTIONS("corrections"),
        SEO("seo");

        /** Those of one article, which has its corrections and seo anyway. */
        private static final Set<Inclusion> OF_WHOLE = EnumSet.of(RELATED, PARENTS_OF_TAGS);

        /** Those that are a member of the item, which is absent without them. */
        private static final Set<Inclusion> MEMBERS = EnumSet.of(RELATED, CORRECTIONS, SEO);

        private final String word;

        Inclusion(String word) {
            this.word = word;
        }

        private boolean isSelectedBy(Fields selected) {
            return MEMBERS.contains(this) && !selected.areAll() && selected.have(word);
        }
    }

    /** A card with all its fields. */
    public static final Detail CARD = new Detail(Fields.ALL, Set.of(), Set.of());

    /** A card and the body in its stored form. */
    public static final Detail BLOCKS = new Detail(Fields.ALL, Set.of(BodyFormat.BLOCKS), Set.of());

    /** A card and the body as Markdown. */
    public static final Detail MARKDOWN = new Detail(Fields.ALL, Set.of(BodyFormat.MARKDOWN), Set.of());

    /** The most items with bodies: such a page is a hundred times as large. */
    public static final int MOST_WITH_BODY = 20;

    private static final String BODY = "body";

    /** Cards with these fields. */
    public static Detail ofCards(Fields fields) {
        return new Detail(fields, Set.of(), Set.of());
    }

    /** Reads the parameters of a listing; cards by default. */
    public static Detail ofItems(@Nullable String fields, @Nullable String include, @Nullable String body) {
        Fields selected = Fields.parse(fields, ArticleItem.class);
        return parse(selected, inclusions(include, selected, EnumSet.allOf(Inclusion.class)), body, Set.of());
    }

    /** Reads the parameter include of a listing without bodies. */
    public static Detail ofItems(Fields selected, @Nullable String include) {
        return new Detail(selected, Set.of(), inclusions(include, selected, EnumSet.allOf(Inclusion.class)));
    }

    /** The same, and the body as plain text. */
    public Detail withText() {
        return new Detail(fields, Set.of(BodyFormat.TEXT), inclusions);
    }

    /** Reads the parameters of one article; the body as HTML by default. */
    public static Detail ofWhole(ReadingParameters parameters) {
        Fields selected = Fields.parse(parameters.fields(), ArticleView.class);
        return parse(
                selected,
                inclusions(parameters.include(), selected, Inclusion.OF_WHOLE),
                parameters.body(),
                Set.of(BodyFormat.HTML));
    }

    /** Rejects parameters that contradict each other. */
    private static Detail parse(
            Fields selected, Set<Inclusion> inclusions, @Nullable String body, Set<BodyFormat> unasked) {
        Set<BodyFormat> formats = body == null ? unasked : BodyFormat.parse(body);
        if (!selected.have(BODY)) {
            if (body != null && !formats.isEmpty()) {
                throw contradiction("body=" + body, BODY);
            }
            formats = Set.of();
        } else if (!selected.areAll() && formats.isEmpty()) {
            throw Problem.invalidParameter("fields", "The field \"body\" needs a format, such as body=html.");
        }
        return new Detail(selected, formats, inclusions);
    }

    /** The cache groups of a response with these parts: the given ones, and those of the tags and related articles in it. */
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

    boolean includesCorrections() {
        return inclusions.contains(Inclusion.CORRECTIONS);
    }

    boolean includesSeo() {
        return inclusions.contains(Inclusion.SEO);
    }

    boolean showsParentsOfTags() {
        return inclusions.contains(Inclusion.PARENTS_OF_TAGS);
    }

    public boolean showsBody() {
        return !body.isEmpty();
    }

    /** True if the response shows the links of bodies. */
    boolean showsLinks() {
        return body.stream().anyMatch(format -> format != BodyFormat.TEXT);
    }

    /** True if the response shows tags; a kicker and a byline that are not set are made of them. */
    boolean showsTags() {
        return Stream.of("tags", "section", "contributors", "kicker", "byline")
                .anyMatch(name -> fields.have(name) || (showsRelated() && fields.have("related." + name)));
    }

    private static boolean isAmong(Fields selected, Inclusion inclusion) {
        return Inclusion.MEMBERS.contains(inclusion)
                ? selected.have(inclusion.word)
                : Stream.of("tags", "section", "contributors").anyMatch(selected::have);
    }

    /** Reads the parameter {@code include}; rejects one without its field, and a field without it. */
    private static Set<Inclusion> inclusions(@Nullable String text, Fields selected, Set<Inclusion> known) {
        Set<Inclusion> inclusions = inclusions(text, known);
        for (Inclusion inclusion : known) {
            if (inclusions.contains(inclusion) && !isAmong(selected, inclusion)) {
                throw contradiction("include=" + inclusion.word, inclusion.word);
            }
            if (!inclusions.contains(inclusion) && inclusion.isSelectedBy(selected)) {
                throw Problem.invalidParameter(
                        "fields", "The field \"" + inclusion.word + "\" needs include=" + inclusion.word + ".");
            }
        }
        return inclusions;
    }

    private static Set<Inclusion> inclusions(@Nullable String text, Set<Inclusion> known) {
        Set<Inclusion> inclusions = EnumSet.noneOf(Inclusion.class);
        if (text != null) {
            for (String word : text.split(",", -1)) {
                if (!inclusions.add(inclusion(word, known))) {
                    throw refused(known);
                }
            }
        }
        return inclusions;
    }

    private static Inclusion inclusion(String word, Set<Inclusion> known) {
        return known.stream()
                .filter(inclusion -> inclusion.word.equals(word))
                .findFirst()
                .orElseThrow(() -> refused(known));
    }

    private static Problem refused(Set<Inclusion> known) {
        String words = known.stream().map(inclusion -> inclusion.word).collect(Collectors.joining(", "));
        return Problem.invalidParameter(
                "include", "The parameter include takes one or more of " + words + ", separated by commas, each once.");
    }

    private static Problem contradiction(String asked, String field) {
        return Problem.invalidParameter("fields", "The parameter " + asked + " needs the field \"" + field + "\".");
    }
}
