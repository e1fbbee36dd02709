package press.gazette.delivery.admission;

import java.util.Set;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on requests, checked before anything else happens. */
@ConfigMapping(prefix = "gazette")
interface AdmissionConfig {

    /** The longest URL that is read, in characters. Longer ones get 414. A batch of 100 ids needs 3,700. */
    @WithDefault("8000")
    int maxUrlLength();

    /** The most that all header names and values together may have, in characters. Larger ones get 431. */
    @WithDefault("16000")
    int maxHeadersSize();

    /**
     * The largest content that is read. Larger ones get 413 before they are read, or as soon as they turn out to be. Eight
     * times the longest story anybody writes.
     */
    @WithDefault("2M")
    MemorySize maxContentSize();

    /**
     * Query parameters that track whoever follows a link; a star at the end stands for any end. Where they are put behind the
     * address of a feed, a sitemap or a page of the reader site, the request is redirected to the address without them.
     */
    @WithDefault(
            "utm_*,fbclid,gclid,gbraid,wbraid,dclid,msclkid,twclid,ttclid,yclid,igshid,li_fat_id,mc_cid,mc_eid,_,_ga,_gl")
    Set<String> trackingParameters();
}
