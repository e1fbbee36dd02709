package press.gazette.security.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;

class KeyTextTest {

    @Test
    void keysAreUniqueAndParse() {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String text = KeyText.random().reveal();
            assertThat(text).matches("gz_[0-9A-Za-z]{38}");
            assertThat(KeyText.parse(text)).map(KeyText::reveal).contains(text);
            texts.add(text);
        }
        assertThat(texts).hasSize(1_000);
    }

    @Test
    void secretPartHasAtLeast128Bits() {
        String text = KeyText.random().reveal();
        int secret = text.length() - KeyText.random().beginning().length() - 6;
        assertThat(BigInteger.valueOf(62).pow(secret)).isGreaterThan(BigInteger.TWO.pow(128));
    }

    /** The checksum is public: CRC-32 of everything before it, in base 62, most significant digit first. */
    @Test
    void checksumIsTheOneThatScannersCompute() {
        String text = KeyText.random().reveal();
        assertThat(withChecksum(text.substring(0, 35))).isEqualTo(text);
    }

    @Test
    void everyMistypedCharacterIsRejected() {
        String text = KeyText.random().reveal();
        for (int i = 0; i < text.length(); i++) {
            String mistyped = text.substring(0, i) + (text.charAt(i) == 'x' ? 'y' : 'x') + text.substring(i + 1);
            assertThat(KeyText.parse(mistyped)).as(mistyped).isEmpty();
        }
    }

    @Test
    void toStringShowsOnlyTheBeginning() {
        KeyText key = KeyText.random();
        assertThat(key).hasToString(key.reveal().substring(0, 11) + "…");
    }

    static String withChecksum(String unchecked) {
        CRC32 crc = new CRC32();
        crc.update(unchecked.getBytes(US_ASCII));
        String digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        StringBuilder checksum = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < 6; i++) {
            checksum.insert(0, digits.charAt((int) (rest % 62)));
            rest /= 62;
        }
        return unchecked + checksum;
    }
}
