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

import press.gazette.desk.BatchView;
import press.gazette.desk.Batches;
import press.gazette.desk.WriteParameters;
import press.gazette.problem.Word;
import press.gazette.security.Scope;

/** Many writes to articles in one request. */
@Path("/v1/desk/articles/batch")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class BatchResource {

    private final Batches batches;
    private final ArticleWrites writes;

    BatchResource(Batches batches, ArticleWrites writes) {
        this.batches = batches;
        this.writes = writes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @APIResponse(
            responseCode = "200",
            description = "What has become of each operation.",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    @org.eclipse.microprofile.openapi.annotations.Operation(
            operationId = "writeArticles",
            summary = "Write many articles at once",
            description =
                    "Does each operation by itself and tells what became of it: one that is refused does not stop "
                            + "the others. It ends before the deadline of the request and tells of the rest as not tried. With "
                            + "atomic=true they are done all or not at all; such a batch has at most 200 operations.")
    public RestResponse<BatchView> write(
            @BeanParam WriteParameters how,
            @Parameter(description = "true: all of them or none.", example = "true") @QueryParam("atomic") @Nullable
                    String atomic,
            BatchDraft draft) {
        return Word.flag("atomic", atomic)
                ? batches.all(how, draft.operations(), writes::lock, operation -> operation.on(writes))
                : batches.each(how, draft.operations(), operation -> operation.on(writes));
    }
}
