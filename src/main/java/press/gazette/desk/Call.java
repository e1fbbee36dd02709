package press.gazette.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The request that is being answered, as far as repeating it goes.
 *
 * @param caller the name of who sent it; empty for nobody in particular
 * @param path without the query
 * @param fingerprint SHA-256 of method, path, query and content in hexadecimal digits: tells a repeated request from
 *     another one with the same key
 */
record Call(String caller, String method, String path, String fingerprint) {

    /** @param content as it came; empty when the resource reads none */
    static Call of(String caller, String method, String path, String target, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((method + " " + target + "\n").getBytes(StandardCharsets.UTF_8));
            return new Call(caller, method, path, HexFormat.of().formatHex(digest.digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
