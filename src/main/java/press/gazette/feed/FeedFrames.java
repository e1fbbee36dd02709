package press.gazette.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

import press.gazette.body.block.EmbedBlock;

/**
 * The frames that feeds may hold: those of the hosts in {@code gazette.feed-frames}. Feed readers remove frames, and
 * partners accept those of some hosts only.
 */
@Singleton
class FeedFrames {

    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

    private static final String SECURE = "https";
    private static final int SECURE_PORT = 443;

    /**
     * The player of a service.
     *
     * @param address matches the addresses of its films and sounds, without the scheme and {@code www.}
     * @param frame the address of the frame without the scheme, with groups of the pattern
     */
    private record Player(Pattern address, String frame) {}

    private static final List<Player> PLAYERS = List.of(
            player(
                    "youtube\\.com/playlist\\?(?:\\S*&)?list=([\\w-]+)\\S*",
                    "www.youtube-nocookie.com/embed/videoseries?list=$1"),
            player(
                    "(?:m\\.|music\\.)?youtube\\.com/watch\\?(?:\\S*&)?v=([\\w-]+)\\S*",
                    "www.youtube-nocookie.com/embed/$1"),
            player("(?:m\\.)?youtube\\.com/(?:shorts|live)/([\\w-]+)\\S*", "www.youtube-nocookie.com/embed/$1"),
            player("youtu\\.be/([\\w-]+)\\S*", "www.youtube-nocookie.com/embed/$1"),
            player("vimeo\\.com/([0-9]+)/?(?:\\?\\S*)?", "player.vimeo.com/video/$1?dnt=1"),
            player("vimeo\\.com/([0-9]+)/(\\w+)/?(?:\\?\\S*)?", "player.vimeo.com/video/$1?dnt=1&h=$2"),
            player("dailymotion\\.com/video/(\\w+)\\S*", "geo.dailymotion.com/player.html?video=$1"),
            player("open\\.spotify\\.com/(?:intl-\\w+/|embed/)?(\\w+/\\w+)\\S*", "open.spotify.com/embed/$1"),
            player("podcasts\\.apple\\.com/(\\S+)", "embed.podcasts.apple.com/$1"),
            player(
                    "soundcloud\\.com/([\\w-]+/[\\w-]+)\\S*",
                    "w.soundcloud.com/player/?url=https%3A//soundcloud.com/$1"),
            player("public\\.flourish\\.studio/(visualisation|story)/([0-9]+)\\S*", "flo.uri.sh/$1/$2/embed"),
            player("ted\\.com/talks/(\\w+)\\S*", "embed.ted.com/talks/$1"),
            player("tiktok\\.com/@[\\w.]+/video/([0-9]+)\\S*", "www.tiktok.com/embed/v2/$1"));

    private static final Pattern BEGINNING = Pattern.compile("^https?://(?:www\\.)?", Pattern.CASE_INSENSITIVE);

    /** In lower case. */
    private final Set<String> hosts;

    FeedFrames(FeedConfig config) {
        hosts = config.feedFrames().orElse(Set.of()).stream()
                .map(FeedFrames::checked)
                .collect(Collectors.toSet());
    }

    /** Creates the bean at the start, so that an invalid setting stops it. */
    void start(@Observes StartupEvent event) {}

    /** The address of the frame: that of the service's player, else the embed's own. Null if its host is not allowed. */
    @Nullable
    String of(EmbedBlock embed) {
        String rest = BEGINNING.matcher(embed.url()).replaceFirst("");
        String frame = embed.url();
        for (Player player : PLAYERS) {
            Matcher matcher = player.address().matcher(rest);
            if (matcher.matches()) {
                frame = SECURE + "://" + matcher.replaceFirst(player.frame());
                break;
            }
        }
        return isAllowed(frame) ? frame : null;
    }

    private boolean isAllowed(String frame) {
        try {
            URI address = new URI(frame);
            String host = address.getHost();
            return SECURE.equalsIgnoreCase(address.getScheme())
                    && host != null
                    && address.getRawUserInfo() == null
                    && (address.getPort() == -1 || address.getPort() == SECURE_PORT)
                    && hosts.contains(host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String checked(String text) {
        String host = text.strip().toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "gazette.feed-frames must be a list of hosts such as player.vimeo.com; it has " + text + ".");
        }
        return host;
    }

    private static Player player(String address, String frame) {
        return new Player(Pattern.compile(address, Pattern.CASE_INSENSITIVE), frame);
    }
}
