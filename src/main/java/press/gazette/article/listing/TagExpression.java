package press.gazette.article.listing;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import press.gazette.address.Ref;

/**
 * A condition on the tags of an article, in the grammar of the parameter {@code tags}:
 *
 * <pre>
 * expression = all | any
 * all        = operand *( "," operand )        every one of them
 * any        = operand *( "|" operand )        at least one of them
 * operand    = [ "-" ] ( slug | "(" expression ")" )      "-": not
 * </pre>
 *
 * <p>A comma and a bar need parentheses between them: people disagree on which binds more closely. At most
 * {@link #MOST_TERMS} slugs.
 */
public sealed interface TagExpression {

    /** Enough for every section front that we have seen, and few enough for one query. */
    int MOST_TERMS = 20;

    /** The article carries the tag with this id, current slug or former slug. */
    record One(Ref tag) implements TagExpression {}

    /** The operand does not hold. */
    record Not(TagExpression operand) implements TagExpression {}

    /** Every operand holds; two or more. */
    record All(List<TagExpression> operands) implements TagExpression {

        public All {
            operands = List.copyOf(operands);
        }
    }

    /** At least one operand holds; two or more. */
    record Any(List<TagExpression> operands) implements TagExpression {

        public Any {
            operands = List.copyOf(operands);
        }
    }

    /** The addresses of all tags in the expression. */
    default Stream<Ref> refs() {
        if (this instanceof One one) {
            return Stream.of(one.tag());
        }
        if (this instanceof Not not) {
            return not.operand().refs();
        }
        List<TagExpression> operands = this instanceof All all ? all.operands() : ((Any) this).operands();
        return operands.stream().flatMap(TagExpression::refs);
    }

    /** True if the expression has no negation, so that every matching article carries one of its tags. */
    default boolean isPositive() {
        if (this instanceof One) {
            return true;
        }
        if (this instanceof Not) {
            return false;
        }
        List<TagExpression> operands = this instanceof All all ? all.operands() : ((Any) this).operands();
        return operands.stream().allMatch(TagExpression::isPositive);
    }

    /** True if the expression holds. The function tells of each address whether the article carries the tag. */
    default boolean holds(Predicate<Ref> carried) {
        if (this instanceof One one) {
            return carried.test(one.tag());
        }
        if (this instanceof Not not) {
            return !not.operand().holds(carried);
        }
        return this instanceof All all
                ? all.operands().stream().allMatch(each -> each.holds(carried))
                : ((Any) this).operands().stream().anyMatch(each -> each.holds(carried));
    }

    /** The expression in its grammar, with each address written by the function. */
    default String text(Function<Ref, String> written) {
        if (this instanceof One one) {
            return written.apply(one.tag());
        }
        if (this instanceof Not not) {
            return "-" + not.operand().operand(written);
        }
        boolean all = this instanceof All;
        List<TagExpression> operands = all ? ((All) this).operands() : ((Any) this).operands();
        return operands.stream().map(each -> each.operand(written)).collect(Collectors.joining(all ? "," : "|"));
    }

    private String operand(Function<Ref, String> written) {
        return this instanceof All || this instanceof Any ? "(" + text(written) + ")" : text(written);
    }

    /** Parses an expression; the error names the character. */
    static TagExpression parse(String text) {
        return new TagExpressionParser(text).parse();
    }
}
