package press.gazette.search.query;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A condition on the words of an article. Texts are as the reader wrote them, in Unicode's form NFC, with {@code '} for every
 * apostrophe; an index splits, folds and stems them as it does with articles. One word of a question may thus be several of an
 * index ({@code 日本銀行}, {@code well-known}): they stand side by side.
 */
public sealed interface Term {

    /** A term that an article has, in contrast to an exclusion. */
    sealed interface Wanted extends Term {}

    /** A wanted term without alternatives. */
    sealed interface Single extends Wanted {

        /** The only field to look in; null: all of them, and the names of tags. */
        @Nullable
        TextField field();

        /** Without quotes, bars and white space at its ends; it has a letter, a digit or a symbol. */
        String text();
    }

    /** The article has the word, or a form of it. */
    record Word(@Nullable TextField field, String text) implements Single {}

    /** The article has these words in this order, stop words included. */
    record Phrase(@Nullable TextField field, String text) implements Single {}

    /** The article has a word that begins with this text of at least {@link Question#SHORTEST_PREFIX} characters. */
    record Prefix(@Nullable TextField field, String text) implements Single {}

    /** The article has at least one of them; two or more. */
    record Any(List<Single> alternatives) implements Wanted {

        public Any {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** The article does not have it. */
    record Not(Wanted term) implements Term {}

    /** The term in the grammar of {@code q}. */
    default String written() {
        if (this instanceof Not not) {
            return "-" + not.term().written();
        }
        if (this instanceof Any any) {
            return any.alternatives().stream().map(Term::written).collect(Collectors.joining("|"));
        }
        Single single = (Single) this;
        String field = single.field() == null ? "" : single.field().word + ":";
        if (single instanceof Phrase) {
            return field + "\"" + single.text() + "\"";
        }
        return field + single.text() + (single instanceof Prefix ? "*" : "");
    }
}
