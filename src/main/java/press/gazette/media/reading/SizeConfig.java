package press.gazette.media.reading;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Sizes of pictures that the newsroom's own programs ask for. */
@ConfigMapping(prefix = "gazette")
interface SizeConfig {

    /** The key of signed addresses in hexadecimal digits, as imgproxy has it. Absent: there are none. */
    @WithName("media-size-key")
    Optional<String> key();

    /** The salt of signed addresses in hexadecimal digits, as imgproxy has it. */
    @WithName("media-size-salt")
    Optional<String> salt();

    /** The longest side of a signed size, in pixels. */
    @WithName("media-size-max")
    @WithDefault("3000")
    int max();
}
