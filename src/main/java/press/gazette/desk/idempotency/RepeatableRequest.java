package press.gazette.desk.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The parts of a request that identify a repetition of it.
 *
 * @param caller the name of the sender; empty if anonymous
 * @param path without the query
 * @param fingerprint SHA-256 of method, path, query and content in hexadecimal digits: tells a repeated request from a
 *     different one with the same key
 */
public record RepeatableRequest(String caller, String method, String path, String fingerprint) {

    /**
     * Computes the fingerprint of a request.
     *
     * @param content the bytes as received; empty if the resource reads none
     */
    public static RepeatableRequest of(String caller, String method, String path, String target, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((method + " " + target + "\n").getBytes(StandardCharsets.UTF_8));
            return new RepeatableRequest(caller, method, path, HexFormat.of().formatHex(digest.digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
