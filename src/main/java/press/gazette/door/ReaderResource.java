package press.gazette.door;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.delivery.AsOf;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Moved;
import press.gazette.delivery.ReaderSite;
import press.gazette.delivery.admission.RedirectsTracking;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * The site for readers: a page for each of its addresses, with a head that says what it shows and the status of what is not
 * there, and the files that fill it in the browser from the public API (src/main/resources/reader). It is no part of the
 * contract.
 */
@RedirectsTracking
@Path(ReaderSite.HOME)
public class ReaderResource {

    private final Delivery delivery;
    private final ReaderHeads heads;
    private final ReaderSite site;
    private final Map<String, SiteFile> files;

    ReaderResource(Delivery delivery, ReaderHeads heads, ReaderSite site) {
        this.delivery = delivery;
        this.heads = heads;
        this.site = site;
        this.files = site.isOn() ? SiteFile.ofReader() : Map.of();
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<byte[]> home(@Context UriInfo address) {
        check(address);
        return delivery.page(Pages.reader(heads.home()), Pages.HTML);
    }

    @GET
    @Path("articles/{slug}")
    @Operation(hidden = true)
    public RestResponse<byte[]> article(@PathParam("slug") String slug, @Context UriInfo address) {
        return page(address, () -> heads.article(slug));
    }

    @GET
    @Path("tags/{slug}")
    @Operation(hidden = true)
    public RestResponse<byte[]> tag(@PathParam("slug") String slug, @Context UriInfo address) {
        return page(address, () -> heads.tag(slug));
    }

    /** What the link of an editor shows to people; the page's script reads the preview. */
    @GET
    @Path("previews/{token}")
    @Operation(hidden = true)
    public RestResponse<byte[]> preview(@Context UriInfo address) {
        check(address);
        return delivery.confidential(delivery.page(Pages.reader(PageHead.hidden("Preview")), Pages.HTML));
    }

    @GET
    @Path("files/{name}")
    @Operation(hidden = true)
    public RestResponse<byte[]> file(@PathParam("name") String name) {
        SiteFile file = Optional.ofNullable(files.get(name)).orElseThrow(() -> Problem.notFound("page"));
        return delivery.page(file.content(), file.type());
    }

    /** The page, or the one that says why there is none, with the status of the API; its script may still have the story. */
    private RestResponse<byte[]> page(UriInfo address, Supplier<AsOf<PageHead>> reading) {
        check(address);
        try {
            return delivery.page(Pages.HTML, () -> {
                AsOf<PageHead> head = reading.get();
                return new AsOf<>(Pages.reader(head.content()), head.position(), head.groups());
            });
        } catch (Problem problem) {
            return delivery.page(problem, Pages.reader(PageHead.hidden(titleOf(problem))), Pages.HTML);
        }
    }

    /** In the words of failure.js, which says more below them. */
    private static String titleOf(Problem problem) {
        if (problem.type() == ProblemType.NOT_FOUND) {
            return "There is nothing here";
        }
        if (problem.type() == ProblemType.WITHDRAWN) {
            return "No longer available";
        }
        if (problem.type() == ProblemType.UNAVAILABLE) {
            return "The newsroom is catching its breath";
        }
        throw problem;
    }

    /** People type a slash behind an address; search engines would take the two for two pages. */
    private void check(UriInfo address) {
        if (!site.isOn()) {
            throw Problem.notFound("page");
        }
        String path = address.getRequestUri().getRawPath();
        if (path.endsWith("/")) {
            throw new Moved(path.substring(0, path.length() - 1));
        }
    }
}
