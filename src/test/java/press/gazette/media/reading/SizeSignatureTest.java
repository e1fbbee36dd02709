package press.gazette.media.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class SizeSignatureTest {

    private static final String PATH =
            "/rs:fill:300:400:0/g:sm/aHR0cDovL2V4YW1w/bGUuY29tL2ltYWdl/cy9jdXJpb3NpdHku/anBn.png";

    /** The example of imgproxy's documentation. */
    @Test
    void signatureIsThatOfImgproxy() {
        SizeSignature signatures = new SizeSignature("736563726574", "68656c6c6f");
        assertThat(signatures.sign(PATH)).isEqualTo("oKfUtW34Dvo2BGQehJFR4Nr0_rIjOtdtzJ3QFsUcXH8");
        assertThat(signatures.isOf(PATH, "oKfUtW34Dvo2BGQehJFR4Nr0_rIjOtdtzJ3QFsUcXH8"))
                .isTrue();
        assertThat(signatures.isOf(PATH, "oKfUtW34Dvo2BGQehJFR4Nr0_rIjOtdtzJ3QFsUcXH9"))
                .isFalse();
        assertThat(signatures.isOf(PATH + "x", "oKfUtW34Dvo2BGQehJFR4Nr0_rIjOtdtzJ3QFsUcXH8"))
                .isFalse();
    }

    @Test
    void shortKeyIsRejected() {
        assertThatThrownBy(() -> SizeSignature.of(config("a".repeat(30))))
                .hasMessageContaining("gazette.media-size-key");
        assertThat(SizeSignature.of(config("a".repeat(32)))).isNotNull();
    }

    private static SizeConfig config(String key) {
        return new SizeConfig() {
            @Override
            public Optional<String> key() {
                return Optional.of(key);
            }

            @Override
            public Optional<String> salt() {
                return Optional.of("68656c6c6f");
            }

            @Override
            public int max() {
                return 1;
            }
        };
    }

    @Test
    void keyThatIsNoneIsNotShown() {
        assertThatThrownBy(() -> new SizeSignature("not-hex", "00"))
                .hasMessageContaining("gazette.media-size-key")
                .hasMessageNotContaining("not-hex")
                .hasNoCause();
    }
}
