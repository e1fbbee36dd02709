package press.gazette.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers that sign a request (Standard Webhooks 1.0.0, symmetric signatures {@code v1}). */
public final class Signature {

    private Signature() {}

    /**
     * The headers of one attempt. The signed text is the id, the time and the body, joined by full stops.
     *
     * @param id the same for all attempts
     * @param at the time of the attempt, in whole seconds
     * @param secrets each makes a signature; the receiver accepts if it knows one of them
     */
    public static Map<String, String> headers(String id, Instant at, byte[] body, Collection<SigningSecret> secrets) {
        String seconds = Long.toString(at.getEpochSecond());
        byte[] head = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                seconds,
                "webhook-signature",
                secrets.stream().map(secret -> "v1," + secret.sign(head, body)).collect(Collectors.joining(" ")));
    }
}
