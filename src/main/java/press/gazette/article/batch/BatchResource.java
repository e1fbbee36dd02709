package press.gazette.article.batch;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.desk.BatchView;
import press.gazette.desk.Batches;
import press.gazette.desk.WriteParameters;
import press.gazette.problem.ParameterValue;
import press.gazette.security.Scope;

/** Many writes to articles in one request, each for itself or all or none. */
@Serves(Kind.DESK)
@Path("/v1/desk/articles/batch")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class BatchResource {

    private final Batches batches;

    BatchResource(Batches batches) {
        this.batches = batches;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @APIResponse(
            responseCode = "200",
            description = "The result of each operation.",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    @org.eclipse.microprofile.openapi.annotations.Operation(
            operationId = "writeArticles",
            summary = "Write many articles at once",
            description =
                    "Does each operation by itself and reports its result; a rejected operation does not stop the others. "
                            + "The batch ends before the deadline of the request and reports the remaining operations as not tried. "
                            + "With atomic=true, all operations succeed or none does; such a batch has at most 200 "
                            + "operations. With strict=true, an operation is rejected if its body has content that would be lost.")
    public RestResponse<BatchView> write(
            @BeanParam WriteParameters how,
            @Parameter(description = "true: all operations succeed or none does.", example = "true")
                    @QueryParam("atomic")
                    @Nullable
                    String atomic,
            @QueryParam("strict") @Nullable String strict,
            BatchDraft draft) {
        boolean isStrict = ParameterValue.flag("strict", strict);
        return ParameterValue.flag("atomic", atomic)
                ? batches.all(how, isStrict, draft.operations(), Operation::lockAll)
                : batches.each(how, isStrict, draft.operations());
    }
}
