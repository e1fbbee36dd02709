package press.gazette.delivery.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The part of the contract that needs no key, as a document of its own. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = "readers", priority = ContractPart.LAST)
public final class ContractForReaders implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        ContractPart.READERS.keep(api);
    }
}
