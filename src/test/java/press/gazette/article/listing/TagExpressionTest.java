package press.gazette.article.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.address.Ref;
import press.gazette.article.listing.TagExpression.All;
import press.gazette.article.listing.TagExpression.Any;
import press.gazette.article.listing.TagExpression.Not;
import press.gazette.article.listing.TagExpression.One;
import press.gazette.problem.Problem;

class TagExpressionTest {

    private static final TagExpression A = new One(Ref.parse("a", "tag"));
    private static final TagExpression B = new One(Ref.parse("b", "tag"));
    private static final TagExpression C = new One(Ref.parse("c-1", "tag"));

    @Test
    void slugIsAnExpression() {
        assertThat(TagExpression.parse("c-1")).isEqualTo(C);
    }

    @Test
    void operatorsAndParenthesesNest() {
        assertThat(TagExpression.parse("a,(b|c-1),-a"))
                .isEqualTo(new All(List.of(A, new Any(List.of(B, C)), new Not(A))));
        assertThat(TagExpression.parse("-(a,b)|c-1")).isEqualTo(new Any(List.of(new Not(new All(List.of(A, B))), C)));
        assertThat(TagExpression.parse("((a))")).isEqualTo(A);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a|b,c 4",
                "a,b|c 4",
                "a,, 3",
                ",a 1",
                "a, 3",
                "(a 3",
                "a) 2",
                "() 2",
                "--a 2",
                "A 1",
                "a-- 1",
                "a|é 3",
                "a%2Cb 2",
                "((((((a)))))) 6",
            })
    void syntaxErrorNamesTheCharacter(String text, int character) {
        assertThatThrownBy(() -> TagExpression.parse(text))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("At character " + character + " of tags ");
    }

    @Test
    void tooManySlugsAreRejected() {
        String most = String.join("|", Collections.nCopies(TagExpression.MOST_TERMS, "a"));
        assertThat(TagExpression.parse(most)).isInstanceOf(Any.class);
        assertThatThrownBy(() -> TagExpression.parse(most + "|a")).hasMessageContaining("at most 20");
    }
}
