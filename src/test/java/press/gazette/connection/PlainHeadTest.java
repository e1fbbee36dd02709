package press.gazette.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import io.netty.handler.codec.http.HttpHeaders;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHeadTest {

    private static final int ENOUGH = 1_000;

    @Test
    void headersOfNegotiationAreRead() {
        PlainHead head = read("""
                hOST: gazette.example:8080
                Connection: Keep-Alive
                Accept: */*
                accept-encoding: gzip
                If-None-Match: "one"
                If-Modified-Since: Fri, 27 Nov 2026 20:00:00 GMT
                traceparent: 00-1-2-3
                User-Agent: a reader
                Cookie: a=b
                Cookie: c=d""");

        assertThat(head).isNotNull();
        assertThat(head.negotiation().accept()).isEqualTo("*/*");
        assertThat(head.negotiation().acceptEncoding()).isEqualTo("gzip");
        assertThat(head.negotiation().ifNoneMatch()).isEqualTo("\"one\"");
        assertThat(head.negotiation().ifModifiedSince()).isEqualTo("Fri, 27 Nov 2026 20:00:00 GMT");
        assertThat(head.traceparent()).isEqualTo("00-1-2-3");
    }

    @Test
    void absentHeadersAreNull() {
        PlainHead head = read("Host: gazette.example");

        assertThat(head).isNotNull();
        assertThat(Stream.of(
                        head.negotiation().accept(),
                        head.negotiation().acceptEncoding(),
                        head.negotiation().ifNoneMatch(),
                        head.negotiation().ifModifiedSince(),
                        head.traceparent()))
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer a-key",
                "Content-Length: 0",
                "transfer-encoding: chunked",
                "Upgrade: h2c",
                "Expect: 100-continue",
                "Gazette-Seq: 7",
                "Connection: close",
                "Connection: keep-alive, Upgrade",
                "Accept: */*\nAccept: text/html",
                "If-None-Match: \"one\"\nif-none-match: \"two\"",
                "Host: another.example"
            })
    void unusualHeadsAreNotPlain(String lines) {
        assertThat(read("Host: gazette.example\n" + lines)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gazette.example",
                "127.0.0.1:8080",
                "Gazette-1.example:65535",
            })
    void plainHostsAreAccepted(String host) {
        assertThat(read("Host: " + host)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":80", "[::1]", "a b", "a/b", "user@host", "host:8o", "host:1:2", "host:655355", "bücher"})
    void otherHostsAreNotPlain(String host) {
        assertThat(read("Host: " + host)).isNull();
    }

    @Test
    void headWithoutHostIsNotPlain() {
        assertThat(read("Accept: */*")).isNull();
    }

    @Test
    void boundCountsAllNamesAndValues() {
        HttpHeaders headers = headers("Host: a\nX: 12345");

        assertThat(PlainHead.of(headers, 11)).isNotNull();
        assertThat(PlainHead.of(headers, 10)).isNull();
    }

    private static @Nullable PlainHead read(String lines) {
        return PlainHead.of(headers(lines), ENOUGH);
    }

    /** The headers as the server decodes them. */
    private static HttpHeaders headers(String lines) {
        HeadersMultiMap headers = HeadersMultiMap.httpHeaders();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(':');
            headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
        });
        return headers;
    }
}
