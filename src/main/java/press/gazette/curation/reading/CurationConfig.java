package press.gazette.curation.reading;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How lists are watched. */
@ConfigMapping(prefix = "gazette")
interface CurationConfig {

    /**
     * How often each node looks for lists whose time has come: the most by which a scheduled revision is late. What is in
     * its window is looked at with each answer; only the ledger hears of it by this.
     */
    @WithDefault("0.5S")
    Duration listCheck();

    /**
     * Of how many parts a page or a list may be made, see {@link ReadingCost}: as many as a page with all that is documented
     * has (30 lists of 10 sources and 200 entries) where no query names alternative tags.
     */
    @WithDefault("400")
    int pageParts();
}
