package press.gazette.contract;

import static io.restassured.config.HttpClientConfig.httpClientConfig;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.LogConfig;
import org.apache.http.client.HttpClient;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.BasicClientConnectionManager;

/** Sends every request of REST Assured, in every test, through {@link ContractCheck}. */
@SuppressWarnings("deprecation") // REST Assured works with this generation of its client only
public final class ContractCheckCallback implements QuarkusTestBeforeEachCallback {

    private static final ContractCheck CHECK = new ContractCheck(CommittedContract.committed());

    /** The log for a failing test. Indentation would take longer than the request. */
    private static final LogConfig UNCHANGED = LogConfig.logConfig()
            .enableLoggingOfRequestAndResponseIfValidationFails()
            .enablePrettyPrinting(false);

    private static final SchemeRegistry HTTP_ONLY = new SchemeRegistry();

    static {
        HTTP_ONLY.register(new Scheme("http", 80, PlainSocketFactory.getSocketFactory()));
    }

    /** A client for each request, as usual, but without TLS, whose preparation takes a quarter of a request's time. */
    private static final HttpClientConfig WITHOUT_TLS =
            httpClientConfig().httpClientFactory(ContractCheckCallback::client);

    private static HttpClient client() {
        return new DefaultHttpClient(new BasicClientConnectionManager(HTTP_ONLY));
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(CHECK);
        RestAssured.config = RestAssured.config().logConfig(UNCHANGED).httpClient(WITHOUT_TLS);
    }
}
