package press.gazette.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Secrets that the database has encrypted. */
@QuarkusTest
class SealedSecretsTest {

    private static final byte[] SECRET = "the secret itself".getBytes(UTF_8);
    private static final String KEY = "a key of at least thirty-two characters";

    @Inject
    Signatures signatures;

    @Test
    void sealedSecretIsOpenedForItsPurposeOnly() {
        SealedSecrets seals = seals(Optional.empty());
        String sealed = seals.seal("webhook", SECRET);
        assertThat(seals.open("webhook", sealed)).hasValue(SECRET);
        assertThat(seals.open("other", sealed)).isEmpty();
        assertThat(seals.seal("webhook", SECRET)).isNotEqualTo(sealed);
    }

    @Test
    void settingIsNeededForWhatItHasSealed() {
        String sealed = seals(Optional.of(KEY)).seal("webhook", SECRET);
        assertThat(seals(Optional.of(KEY)).open("webhook", sealed)).hasValue(SECRET);
        assertThat(seals(Optional.of(KEY + "!")).open("webhook", sealed)).isEmpty();
        assertThat(seals(Optional.empty()).open("webhook", sealed)).isEmpty();
    }

    @Test
    void secretsOfTheTimeBeforeTheSettingStayReadable() {
        String sealed = seals(Optional.empty()).seal("webhook", SECRET);
        assertThat(seals(Optional.of(KEY)).open("webhook", sealed)).hasValue(SECRET);
    }

    @Test
    void shortKeyIsRejectedAtTheStart() {
        assertThatThrownBy(() -> seals(Optional.of("too short"))).hasMessageContaining("at least 32");
    }

    private SealedSecrets seals(Optional<String> key) {
        return new SealedSecrets(signatures, () -> key);
    }
}
