package press.gazette.article.tagging;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.address.Ref;
import press.gazette.desk.Desk;
import press.gazette.desk.Outcome;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;
import press.gazette.tag.TagMerged;
import press.gazette.tag.desk.DeskTagView;
import press.gazette.tag.desk.Merger;
import press.gazette.tag.desk.MergerDraft;

/** One tag becomes part of another one. It is here because articles carry tags and tags do not know of that. */
@Path("/v1/desk/tags/{ref}/merger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class MergerResource {

    private final Desk desk;
    private final Event<TagMerged> followers;
    private final Clock clock;

    MergerResource(Desk desk, Event<TagMerged> followers, Clock clock) {
        this.desk = desk;
        this.followers = followers;
        this.clock = clock;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "mergeTag",
            summary = "Merge a tag into another one",
            description =
                    "All articles that carry it carry the other one instead, what was below it is below the other "
                            + "one, and its slugs and its id lead there for ever. If-Match names the tag that will be no more; the "
                            + "answer is the one that took it in, with its ETag. It cannot be undone.")
    public RestResponse<DeskTagView> merge(
            @BeanParam WriteParameters how,
            @Parameter(description = "The id or slug of the tag that will be no more.", example = "vladimir-putin")
                    @PathParam("ref")
                    String ref,
            MergerDraft draft) {
        Ref parsed = Ref.parse(ref, "tag");
        return desk.put(how, () -> Merger.locked(parsed, draft), this::merged, Merger::view);
    }

    private Outcome merged(Merger merger) {
        TagMerged merged = merger.begin();
        MovedTaggings.follow(merged);
        followers.fire(merged);
        merger.complete(clock.instant());
        return Outcome.CHANGED;
    }
}
