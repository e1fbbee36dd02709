package press.gazette.curation.resolver;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The bound on the size of lists and pages. */
@ConfigMapping(prefix = "gazette")
interface CurationConfig {

    /**
     * The most parts of a page or a list, see {@link ReadingCost}. The default is the number of parts of the largest page
     * (30 lists of 10 sources and 200 entries) without alternative tags.
     */
    @WithDefault("400")
    int pageParts();
}
