package press.gazette.door;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.RedirectsTracking;
import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Dated;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Moved;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.ReaderSite;

/**
 * Serves the reader site: its pages, each with a head and the status of its content, and the files that fill the pages
 * in the browser from the public API (src/main/resources/reader). It is not part of the contract.
 */
@RedirectsTracking
@Serves(value = Kind.PAGE, lastSlash = true)
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

    @Serves(value = Kind.TEXT, lastSlash = true)
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

    /** The page of results, which the page's script reads from the API with the same parameters. */
    @Serves(value = Kind.TEXT, lastSlash = true)
    @GET
    @Path("search")
    @Operation(hidden = true)
    public RestResponse<byte[]> search(
            @QueryParam("q") @Nullable String q,
            @QueryParam("section") @Nullable String section,
            @QueryParam("type") @Nullable String type,
            @QueryParam("tags") @Nullable String tags,
            @Context UriInfo address) {
        check(address);
        return delivery.page(Pages.reader(PageHead.hidden("Search")), Pages.HTML);
    }

    /** The page of a preview link, whose content the page's script reads. */
    @Serves(value = Kind.TEXT, lastSlash = true)
    @GET
    @Path("previews/{token}")
    @Operation(hidden = true)
    public RestResponse<byte[]> preview(@Context UriInfo address) {
        check(address);
        return delivery.confidential(delivery.page(Pages.reader(PageHead.hidden("Preview")), Pages.HTML));
    }

    @Serves(Kind.FILE)
    @GET
    @Path("files/{name}")
    @Operation(hidden = true)
    public RestResponse<byte[]> file(@PathParam("name") String name) {
        SiteFile file = Optional.ofNullable(files.get(name)).orElseThrow(() -> Problem.notFound("page"));
        return delivery.page(file.content(), file.type());
    }

    /**
     * The page, or an error page with the status of the API. The script of the error page may still have a cached
     * article.
     */
    private RestResponse<byte[]> page(UriInfo address, Supplier<Dated<PageHead>> head) {
        check(address);
        try {
            return delivery.page(Pages.HTML, () -> {
                Dated<PageHead> read = head.get();
                return new Dated<>(Pages.reader(read.content()), read.position(), read.groups());
            });
        } catch (Problem problem) {
            return delivery.page(problem, Pages.reader(PageHead.hidden(errorTitle(problem))), Pages.HTML);
        }
    }

    /** The same titles as in failure.js. */
    private static String errorTitle(Problem problem) {
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

    /** People append a slash to URLs; search engines would index the two as different pages. */
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
