package press.gazette.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import org.junit.jupiter.api.Test;

/** Signatures of Standard Webhooks 1.0.0. */
class SignatureTest {

    private static final String ID = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4";

    /** The example of the specification's reference implementations. */
    @Test
    void signatureOfTheSpecificationIsMade() {
        SigningSecret secret = new SigningSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertThat(Signature.headers(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}".getBytes(UTF_8),
                        List.of(secret)))
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
                .hasSize(3);
    }

    @Test
    void libraryOfOthersAcceptsTheSignature() {
        SigningSecret secret = SigningSecret.random();
        String body = "{\"type\":\"article.published\",\"slug\":\"größe\"}";
        Map<String, String> headers = signed(body, List.of(secret));
        assertThatCode(() -> verify(secret, body, headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> verify(secret, body + " ", headers)).isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> verify(SigningSecret.random(), body, headers))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void bothSecretsOfARotationAreAccepted() {
        SigningSecret former = SigningSecret.random();
        SigningSecret next = SigningSecret.random();
        Map<String, String> headers = signed("{}", List.of(next, former));
        assertThatCode(() -> verify(former, "{}", headers)).doesNotThrowAnyException();
        assertThatCode(() -> verify(next, "{}", headers)).doesNotThrowAnyException();
    }

    @Test
    void secretIsNotPartOfItsText() {
        SigningSecret secret = SigningSecret.random();
        assertThat(secret.toString()).isEqualTo("whsec_…");
        assertThat(secret.reveal()).matches("whsec_[A-Za-z0-9+/]{43}=");
    }

    private static Map<String, String> signed(String body, List<SigningSecret> secrets) {
        return Signature.headers(ID, Instant.now(), body.getBytes(UTF_8), secrets);
    }

    private static void verify(SigningSecret secret, String body, Map<String, String> headers)
            throws WebhookVerificationException, EmptyWebhookSecretException {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        new Webhook(secret.reveal()).verify(body, HttpHeaders.of(all, (name, value) -> true));
    }
}
