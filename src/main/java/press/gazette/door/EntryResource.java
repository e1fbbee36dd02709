package press.gazette.door;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.response.Links;
import press.gazette.response.ReaderSite;

/** The entry point for clients that know only the host. */
@Serves(Kind.TEXT)
@Path("/")
@Tag(name = "Entry")
public class EntryResource {

    private static final String DESCRIPTION = "/q/openapi";
    static final String DOCUMENTATION = "/docs";
    private static final String CATALOGUE = "/.well-known/api-catalog";
    private static final String SITE = "/v1/site";
    private static final String LINKSET = "application/linkset+json";

    private final Delivery delivery;
    private final Links links;
    private final String version;
    private final boolean reader;
    private final SiteFile style = SiteFile.ofPages("door.css");
    private final SiteFile icon = SiteFile.ofPages("icon.svg");

    EntryResource(
            Delivery delivery,
            Links links,
            ReaderSite reader,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.delivery = delivery;
        this.links = links;
        this.reader = reader.isOn();
        this.version = version;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getEntry",
            summary = "Begin here",
            description = "The entry document: name and version of the software, and links to all resources. "
                    + "Browsers get a page.")
    public RestResponse<Entry> entry() {
        return delivery.byAccept(delivery.unchanging(
                document(),
                List.of(
                        link(CATALOGUE, "api-catalog", LINKSET),
                        link(DESCRIPTION, "service-desc", "application/yaml"),
                        link(DOCUMENTATION, "service-doc", MediaType.TEXT_HTML))));
    }

    @GET
    @Produces(Pages.OFFERED)
    @Operation(hidden = true)
    public RestResponse<byte[]> page() {
        return delivery.byAccept(delivery.page(Pages.entry(document(), reader), Pages.HTML));
    }

    @Serves(Kind.FILE)
    @GET
    @Path("door.css")
    @Operation(hidden = true)
    public RestResponse<byte[]> style() {
        return delivery.page(style.content(), style.type());
    }

    @Serves(Kind.FILE)
    @GET
    @Path("icon.svg")
    @Operation(hidden = true)
    public RestResponse<byte[]> icon() {
        return delivery.page(icon.content(), icon.type());
    }

    @GET
    @Path(".well-known/api-catalog")
    @Produces(LINKSET)
    @Operation(
            operationId = "getApiCatalog",
            summary = "The API catalogue",
            description = "A linkset (RFC 9264) for programs that look for APIs at a well-known URL (RFC 9727).")
    public RestResponse<Linkset> catalogue() {
        return delivery.unchanging(
                new Linkset(List.of(new Linkset.Context(
                        links.to("/"),
                        List.of(new Linkset.Target(links.to(DESCRIPTION), "application/yaml")),
                        List.of(new Linkset.Target(links.to(DOCUMENTATION), MediaType.TEXT_HTML)),
                        List.of(new Linkset.Target(links.to(SITE), MediaType.APPLICATION_JSON))))),
                List.of());
    }

    private Entry document() {
        return new Entry(
                "Gazette",
                version,
                new Entry.Links(
                        links.to("/v1/articles"),
                        links.to("/v1/tags"),
                        links.to("/v1/search"),
                        links.to("/v1/lists"),
                        links.to("/v1/pages"),
                        links.to("/v1/pages/home"),
                        links.to(SITE),
                        links.to("/v1/changes"),
                        links.to("/feeds.opml"),
                        links.to("/problems"),
                        links.to(DESCRIPTION),
                        links.to(DOCUMENTATION),
                        links.to(CATALOGUE)));
    }

    /** The value of a Link header (RFC 8288). */
    private String link(String path, String relation, String type) {
        return "<%s>; rel=\"%s\"; type=\"%s\"".formatted(links.to(path), relation, type);
    }
}
