package press.gazette.admission;

import java.util.Set;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on requests, checked first. */
@ConfigMapping(prefix = "gazette")
interface AdmissionConfig {

    /** The longest accepted URL, in characters. Longer ones get 414. A batch of 100 ids needs 3,700. */
    @WithDefault("8000")
    int maxUrlLength();

    /** The most that all header names and values together may have, in characters. Larger ones get 431. */
    @WithDefault("16000")
    int maxHeadersSize();

    /**
     * The largest accepted content. A larger one gets 413: at once by its Content-Length, else when it exceeds the bound. The
     * default is eight times the longest conceivable story.
     */
    @WithDefault("2M")
    MemorySize maxContentSize();

    /**
     * Query parameters that track people who follow a link; a star at the end matches any suffix. A request for a feed, a sitemap
     * or a page of the reader site that has some is redirected to the address without them.
     */
    @WithDefault(
            "utm_*,fbclid,gclid,gbraid,wbraid,dclid,msclkid,twclid,ttclid,yclid,igshid,li_fat_id,mc_cid,mc_eid,_,_ga,_gl")
    Set<String> trackingParameters();
}
