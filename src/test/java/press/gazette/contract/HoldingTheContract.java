package press.gazette.contract;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/** Every request of every test that REST Assured sends goes through {@link ContractCheck}. */
public final class HoldingTheContract implements QuarkusTestBeforeEachCallback {

    private static final ContractCheck CHECK = new ContractCheck(Contract.committed());

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(CHECK);
    }
}
