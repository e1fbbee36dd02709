package press.gazette.article.listing;

import java.util.ArrayList;
import java.util.List;

import press.gazette.address.Ref;
import press.gazette.address.Slug;
import press.gazette.problem.Problem;

/** Parses the grammar of {@link TagExpression} by recursive descent, with one method for each rule. */
final class TagExpressionParser {

    /** A flatter expression can say the same. */
    private static final int DEEPEST = 5;

    private static final char ALL = ',';
    private static final char ANY = '|';

    private final String text;
    private int at;
    private int terms;

    TagExpressionParser(String text) {
        this.text = text;
    }

    TagExpression parse() {
        TagExpression expression = expression(0);
        if (at < text.length()) {
            throw refused("there is a \"" + Character.toString(text.codePointAt(at)) + "\" too many");
        }
        return expression;
    }

    private TagExpression expression(int depth) {
        List<TagExpression> operands = new ArrayList<>(List.of(operand(depth)));
        char operator = here();
        if (operator != ALL && operator != ANY) {
            return operands.get(0);
        }
        while (here() == operator) {
            at++;
            operands.add(operand(depth));
        }
        if (here() == ALL || here() == ANY) {
            throw refused("put parentheses around what belongs together: \"a,(b|c)\" or \"(a,b)|c\"");
        }
        return operator == ALL ? new TagExpression.All(operands) : new TagExpression.Any(operands);
    }

    private TagExpression operand(int depth) {
        if (here() == '-') {
            at++;
            if (here() == '-') {
                throw refused("one \"-\" is enough");
            }
            return new TagExpression.Not(operand(depth));
        }
        return here() == '(' ? group(depth) : slug();
    }

    private TagExpression group(int depth) {
        if (depth == DEEPEST) {
            throw refused("parentheses stand at most " + DEEPEST + " deep");
        }
        at++;
        TagExpression inner = expression(depth + 1);
        if (here() != ')') {
            throw refused("a \")\" is missing");
        }
        at++;
        return inner;
    }

    private TagExpression slug() {
        int start = at;
        while (isOfSlug(here())) {
            at++;
        }
        String slug = text.substring(start, at);
        if (!Slug.isValid(slug)) {
            at = start;
            throw refused("a tag's slug is expected: words of a-z and 0-9 joined by single hyphens");
        }
        terms++;
        if (terms > TagExpression.MOST_TERMS) {
            at = start;
            throw refused("this tag is one too many; at most " + TagExpression.MOST_TERMS + " are possible");
        }
        return new TagExpression.One(Ref.parse(slug, "tag"));
    }

    private static boolean isOfSlug(char character) {
        return character == '-' || (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }

    /** The next character; at the end a blank, which no rule accepts. */
    private char here() {
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private Problem refused(String what) {
        return Problem.invalidParameter("tags", "At character " + (at + 1) + " of tags " + what + ".");
    }
}
