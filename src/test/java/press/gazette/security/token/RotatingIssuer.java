package press.gazette.security.token;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An identity provider that publishes the keys that a test sets, and fails in the ways that it sets. */
final class RotatingIssuer implements AutoCloseable {

    /** Its behaviour when keys are requested. */
    enum Manner {
        ANSWERS,
        /** Fails with 500. */
        FAILS,
        /** Never responds. */
        HANGS,
        /** Sends its keys with a byte every 50 ms. */
        DRIPS,
        /** Pads its keys to 4 MiB. */
        EXAGGERATES
    }

    /** Without key ids, and generated once: finding primes takes seconds. */
    static final RSAKey ONE = made();

    static final RSAKey ANOTHER = made();

    private static final int PADDING = 4 * 1_024 * 1_024;

    private final URI address;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, RSAKey> published = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile Manner manner = Manner.ANSWERS;

    /** Starts at the URL in {@code gazette.oidc-issuer}. */
    RotatingIssuer(URI address) throws IOException {
        this.address = address;
        server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByName(address.getHost()), address.getPort()), 0);
        server.createContext(address.getPath() + "/.well-known/openid-configuration", exchange -> {
            reads.incrementAndGet();
            respond(exchange, "{\"issuer\":\"" + address + "\",\"jwks_uri\":\"" + address + "/keys\"}");
        });
        server.createContext(
                address.getPath() + "/keys",
                exchange -> respond(
                        exchange,
                        "{\"keys\":["
                                + published.values().stream()
                                        .map(key -> key.toPublicJWK().toJSONString())
                                        .collect(Collectors.joining(","))
                                + "]}"));
        server.setExecutor(threads);
        server.start();
    }

    void behave(Manner next) {
        manner = next;
    }

    /** The number of requests for its metadata. */
    int reads() {
        return reads.get();
    }

    /** The key with a key id, not published yet. */
    static RSAKey named(String id, RSAKey key) {
        return new RSAKey.Builder(key).keyID(id).build();
    }

    private static RSAKey made() {
        try {
            return new RSAKeyGenerator(2_048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void publish(RSAKey key) {
        published.put(key.getKeyID(), key);
    }

    void remove(RSAKey key) {
        published.remove(key.getKeyID());
    }

    /** A token with the role chief, valid for an hour. */
    String token(RSAKey key, String subject) throws JOSEException {
        return signed(key, key.getKeyID(), subject);
    }

    /** A token without a key id. */
    String namelessToken(RSAKey key) throws JOSEException {
        return signed(key, null, "nina@example.org");
    }

    private String signed(RSAKey key, String keyId, String subject) throws JOSEException {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(address.toString())
                .audience("gazette")
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3_600)))
                .claim("roles", "chief")
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private void respond(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Manner now = manner;
        try (exchange) {
            switch (now) {
                case ANSWERS -> {
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
                case FAILS -> exchange.sendResponseHeaders(500, -1);
                case HANGS -> closed.await();
                case DRIPS -> {
                    exchange.sendResponseHeaders(200, 0);
                    drip(exchange.getResponseBody(), bytes);
                }
                case EXAGGERATES -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(bytes);
                    exchange.getResponseBody().write(" ".repeat(PADDING).getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drip(OutputStream body, byte[] bytes) throws IOException, InterruptedException {
        for (byte each : bytes) {
            body.write(each);
            body.flush();
            if (closed.await(50, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
