package press.gazette.contract;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.LogConfig;

/** Sends every request of REST Assured, in every test, through {@link ContractCheck}. */
public final class ContractCheckCallback implements QuarkusTestBeforeEachCallback {

    private static final ContractCheck CHECK = new ContractCheck(CommittedContract.committed());

    /** The log for a failing test. Indentation would take longer than the request. */
    private static final LogConfig UNCHANGED = LogConfig.logConfig()
            .enableLoggingOfRequestAndResponseIfValidationFails()
            .enablePrettyPrinting(false);

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(CHECK);
        RestAssured.config = RestAssured.config().logConfig(UNCHANGED);
    }
}
