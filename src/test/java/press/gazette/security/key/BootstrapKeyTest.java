package press.gazette.security.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import press.gazette.security.Scope;

class BootstrapKeyTest {

    private static final String TEXT = "thirty-two characters or more...";

    @Test
    void bootstrapKeyIsAnAdminWhileItIsSet() {
        assertThat(key(TEXT).caller(TEXT).name()).isEqualTo("bootstrap");
        assertThat(key(TEXT).caller(TEXT).scopes()).containsExactlyInAnyOrderElementsOf(Scope.words());
        assertThat(key(TEXT).caller(TEXT + ".")).isNull();
        assertThat(key(null).caller(TEXT)).isNull();
        assertThat(key(null).caller("")).isNull();
    }

    @Test
    void bootstrapKeyMayHaveAnyCharacters() {
        String text = "Schlüssel für die Redaktion, Фраза-ключ";
        String asTheHeaderArrives = new String(text.getBytes(UTF_8), ISO_8859_1);
        assertThat(key(text).caller(asTheHeaderArrives)).isNotNull();
    }

    @Test
    void shortKeyFailsTheStartWithoutShowingTheKey() {
        assertThatThrownBy(() -> key("hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("gazette.bootstrap-key has 7 characters; it needs at least 32")
                .hasMessageNotContainingAny("hunter2", "\n");
        assertThatThrownBy(() -> key(" ".repeat(40))).hasMessageContaining("has 0 characters");
    }

    private static BootstrapKey key(String text) {
        return new BootstrapKey(() -> Optional.ofNullable(text));
    }
}
