package press.gazette.delivery.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The part of the contract that editors' tools use, as a document of its own. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = "desk", priority = ContractPart.LAST)
public final class ContractForDesk implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        ContractPart.DESK.keep(api);
    }
}
