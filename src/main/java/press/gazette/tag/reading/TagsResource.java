package press.gazette.tag.reading;

import java.time.Clock;
import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.address.Ref;
import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.change.Subject;
import press.gazette.delivery.Dated;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Fields;
import press.gazette.paging.Listing;
import press.gazette.response.CachePolicy;
import press.gazette.tag.TagAddress;
import press.gazette.tag.TagRef;

/** The vocabulary for readers. */
@Serves(Kind.PUBLIC)
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
            description = "The visible tags ordered by slug, page by page; with q by the words that it finds.")
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
            description = "One tag by its id or current slug. A former slug redirects to the current one.")
    public RestResponse<TagView> one(@PathParam("ref") TagRef tag) {
        Ref ref = tag.ref();
        return delivery.one(
                CachePolicy.VOCABULARY,
                Fields.ALL,
                () -> Dated.head(
                        () -> TagView.of(TagAddress.read(ref, ""), clock.instant()),
                        found -> List.of(Subject.tag(found.id()), Subject.TAGS)));
    }
}
