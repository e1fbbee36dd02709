package press.gazette.contract;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.LogConfig;

/** Every request of every test that REST Assured sends goes through {@link ContractCheck}. */
public final class HoldingTheContract implements QuarkusTestBeforeEachCallback {

    private static final ContractCheck CHECK = new ContractCheck(Contract.committed());

    /** What is kept in case that a test fails; indented it would take longer than the request. */
    private static final LogConfig AS_IT_CAME = LogConfig.logConfig()
            .enableLoggingOfRequestAndResponseIfValidationFails()
            .enablePrettyPrinting(false);

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(CHECK);
        RestAssured.config = RestAssured.config().logConfig(AS_IT_CAME);
    }
}
