package press.gazette.tag;

import java.time.Clock;
import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.address.Ref;
import press.gazette.change.Subject;
import press.gazette.delivery.AsOf;
import press.gazette.delivery.CachePolicy;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Fields;
import press.gazette.delivery.Listing;

/** The vocabulary for readers. */
@Path("/v1/tags")
@Produces(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Read")
public class TagsResource {

    private final Delivery delivery;
    private final Clock clock;

    TagsResource(Delivery delivery, Clock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listTags",
            summary = "List tags",
            description = "The visible tags in the order of their slugs, page by page.")
    public RestResponse<Listing<TagCard>> list(@BeanParam TagParameters parameters) {
        TagQuery query = TagQuery.parse(parameters);
        return delivery.listing(
                CachePolicy.VOCABULARY, query.address(), query.limit(), () -> query.page(clock.instant()));
    }

    @GET
    @Path("{ref}")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "308", ref = "Moved")
    @Operation(
            operationId = "getTag",
            summary = "Read a tag",
            description = "One tag by its id or current slug. An old slug redirects to the current one.")
    public RestResponse<TagView> one(
            @Parameter(description = "The tag's id or slug.", example = "putin") @PathParam("ref") String ref) {
        Ref parsed = Ref.parse(ref, "tag");
        return delivery.one(
                CachePolicy.VOCABULARY,
                Fields.ALL,
                () -> AsOf.head(
                        () -> TagView.of(TagAddress.read(parsed, ""), clock.instant()),
                        tag -> List.of(Subject.tag(tag.id()), Subject.TAGS)));
    }
}
