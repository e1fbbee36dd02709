package press.gazette.address;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The language of the newsroom. */
@ConfigMapping(prefix = "gazette")
interface AddressConfig {

    /** The language of names that have none of their own, such as those of tags: a BCP 47 tag. */
    @WithDefault("en")
    String language();
}
