package press.gazette.curation.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The bound on the size of lists and pages. */
@ConfigMapping(prefix = "gazette")
interface CurationConfig {

    /**
     * Of how many parts a page or a list may be made, see {@link ReadingCost}: as many as a page with all that is documented
     * has (30 lists of 10 sources and 200 entries) where no query names alternative tags.
     */
    @WithDefault("400")
    int pageParts();
}
