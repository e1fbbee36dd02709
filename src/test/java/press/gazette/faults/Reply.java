package press.gazette.faults;

import java.net.http.HttpHeaders;

import io.restassured.path.json.JsonPath;

/** A complete response. */
record Reply(int status, HttpHeaders headers, String content) {

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String etag() {
        return header("ETag");
    }

    String text(String member) {
        return JsonPath.from(content).getString(member);
    }

    boolean isReplayed() {
        return header("Idempotency-Replayed").equals("true");
    }
}
