package press.gazette.agenda;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.paging.Listing;
import press.gazette.paging.Page;
import press.gazette.response.Links;
import press.gazette.security.Scope;

/** The agenda: publications and ends that time alone brings. */
@Serves(Kind.DESK)
@Path(AgendaQuery.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class AgendaResource {

    private final Delivery delivery;
    private final AgendaConfig config;
    private final Clock clock;
    private final Links links;

    AgendaResource(Delivery delivery, AgendaConfig config, Clock clock, Links links) {
        this.delivery = delivery;
        this.config = config;
        this.clock = clock;
        this.links = links;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listAgenda",
            summary = "Read the agenda",
            description =
                    "Publications and ends that time alone brings, in the order of time: scheduled articles, lists and site "
                            + "documents, ends of embargoes, expiries, windows of entries, ends of rights.")
    public RestResponse<Listing<AgendaItem>> list(@BeanParam AgendaParameters parameters) {
        AgendaQuery query = AgendaQuery.parse(parameters, config.agendaRange(), clock.instant());
        Page<AgendaRow> page = query.page();
        return delivery.deskListing(
                query.address(),
                query.limit(),
                page.with(page.items().stream()
                        .map(row -> AgendaItem.of(row, links))
                        .toList()));
    }
}
