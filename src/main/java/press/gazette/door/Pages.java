package press.gazette.door;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Renders the HTML pages (templates/door). All values are escaped, JSON-LD by its writer. */
final class Pages {

    /** The media type of the pages. A client that accepts any type gets JSON. */
    static final String OFFERED = "text/html;qs=0.5";

    static final String HTML = "text/html;charset=UTF-8";

    private Pages() {}

    /** @param reader true if the reader site is on */
    static byte[] entry(Entry entry, boolean reader) {
        return rendered(Templates.entry(entry, reader));
    }

    static byte[] problem(ProblemPage problem) {
        return rendered(Templates.problem(problem));
    }

    static byte[] problems(List<ProblemPage> problems) {
        return rendered(Templates.problems(problems));
    }

    /** A page of the reader site, to be filled by its script. */
    static byte[] reader(PageHead head) {
        return rendered(Templates.reader(head));
    }

    private static byte[] rendered(TemplateInstance page) {
        return page.render().getBytes(StandardCharsets.UTF_8);
    }

    /** The templates, checked against the types of their values at build time. */
    @CheckedTemplate(basePath = "door")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance entry(Entry entry, boolean reader);

        static native TemplateInstance reader(PageHead head);

        static native TemplateInstance problem(ProblemPage problem);

        static native TemplateInstance problems(List<ProblemPage> problems);
    }
}
