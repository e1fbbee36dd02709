package press.gazette.body.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import press.gazette.body.block.EmbedBlock;
import press.gazette.body.inline.Address;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;

/**
 * A table of services whose films, posts and charts appear in articles. It maps the address of a frame or link to an
 * embed.
 */
public final class EmbedProviders {

    /** The place of an address, which decides whether it stands for an embed. */
    private enum Kind {
        /** The page of a film or post. Alone on its line it becomes an embed, and so does a frame with it. */
        PAGE,

        /** The address of a frame. The embed has the canonical address. */
        FRAME,

        /** The address of a frame, with the embedded address, percent-encoded, in a parameter. */
        WRAPPER
    }

    /**
     * One form of a service's addresses.
     *
     * @param provider the service's name in a body
     * @param pattern matches the address without its scheme and {@code www.}; a wrapper's first group is the embedded
     *     address
     * @param form the canonical address of a frame, without its scheme, with groups of the pattern; empty for others
     */
    private record Rule(String provider, Kind kind, Pattern pattern, String form) {}

    private static final List<Rule> RULES = List.of(
            page("youtube", "(?:m\\.|music\\.)?youtube\\.com/watch\\?(?:\\S*&)?v=([\\w-]{6,20})\\S*"),
            page("youtube", "youtu\\.be/([\\w-]{6,20})(?:\\?\\S*)?"),
            page("youtube", "(?:m\\.)?youtube\\.com/(?:shorts|live)/([\\w-]{6,20})\\S*"),
            frame(
                    "youtube",
                    "youtube(?:-nocookie)?\\.com/embed/(?!videoseries)([\\w-]{6,20})\\S*",
                    "www.youtube.com/watch?v=$1"),
            frame(
                    "youtube",
                    "youtube(?:-nocookie)?\\.com/embed/videoseries\\?(?:\\S*&)?list=([\\w-]+)\\S*",
                    "www.youtube.com/playlist?list=$1"),
            frame("vimeo", "player\\.vimeo\\.com/video/([0-9]+)\\S*", "vimeo.com/$1"),
            page("vimeo", "vimeo\\.com/([0-9]+\\S*)"),
            frame("dailymotion", "dailymotion\\.com/embed/video/(\\w+)\\S*", "www.dailymotion.com/video/$1"),
            frame(
                    "dailymotion",
                    "geo\\.dailymotion\\.com/player[^?]*\\?(?:\\S*&)?video=(\\w+)\\S*",
                    "www.dailymotion.com/video/$1"),
            page("dailymotion", "dailymotion\\.com/video/(\\w+\\S*)"),
            page("x", "(?:mobile\\.)?(?:twitter|x)\\.com/(\\w+/status/[0-9]+)\\S*"),
            page("instagram", "instagram\\.com/((?:p|reel|tv)/[\\w-]+/?)\\S*"),
            frame("tiktok", "tiktok\\.com/embed/(?:v[0-9]/)?([0-9]+)\\S*", "www.tiktok.com/embed/v2/$1"),
            page("tiktok", "tiktok\\.com/(@[\\w.]+/video/[0-9]+)\\S*"),
            wrapper("facebook", "facebook\\.com/plugins/\\w+\\.php\\?(?:\\S*&)?href=([^&\\s]+)\\S*"),
            page("facebook", "facebook\\.com/((?:[\\w.]+/(?:posts|videos)/|watch/?\\?v=|reel/)\\S+)"),
            page("bluesky", "bsky\\.app/(profile/\\S+/post/\\w+)\\S*"),
            page("threads", "threads\\.(?:net|com)/(@[\\w.]+/post/[\\w-]+)\\S*"),
            frame("spotify", "open\\.spotify\\.com/embed(?:-podcast)?/(\\w+/\\w+)\\S*", "open.spotify.com/$1"),
            page(
                    "spotify",
                    "open\\.spotify\\.com/((?:intl-\\w+/)?(?:track|album|playlist|episode|show|artist)/\\w+)\\S*"),
            frame("apple-podcasts", "embed\\.podcasts\\.apple\\.com/(\\S+)", "podcasts.apple.com/$1"),
            wrapper("soundcloud", "w\\.soundcloud\\.com/player/?\\?(?:\\S*&)?url=([^&\\s]+)\\S*"),
            page("soundcloud", "soundcloud\\.com/([\\w-]+/[\\w-]+\\S*)"),
            frame("datawrapper", "datawrapper\\.dwcdn\\.net/(\\w+)(?:/\\S*)?", "datawrapper.dwcdn.net/$1/"),
            frame("flourish", "flo\\.uri\\.sh/(visualisation|story)/([0-9]+)\\S*", "public.flourish.studio/$1/$2/"),
            frame("google-maps", "google\\.[\\w.]+/maps/(\\S+)", "www.google.com/maps/$1"),
            frame("slideshare", "slideshare\\.net/(\\S+)", "www.slideshare.net/$1"),
            frame("scribd", "scribd\\.com/embeds/([0-9]+)\\S*", "www.scribd.com/document/$1"),
            page("ted", "ted\\.com/talks/(\\w+)\\S*"),
            frame("ted", "embed\\.ted\\.com/talks/(?:lang/\\w+/)?(\\w+)\\S*", "www.ted.com/talks/$1"),
            frame("twitch", "player\\.twitch\\.tv/\\?(?:\\S*&)?video=v?([0-9]+)\\S*", "www.twitch.tv/videos/$1"),
            page("reddit", "reddit\\.com/(r/\\w+/comments/\\S+)"));

    private static final Pattern SCHEME = Pattern.compile("^https?://(?:www\\.)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_NAME = 40;

    private EmbedProviders() {}

    /** The embed for the address of a frame. The provider of a service that is not in the table is its host. */
    public static EmbedBlock of(String url, String fallback) {
        return known(url, fallback, EnumSet.allOf(Kind.class))
                .orElseGet(() -> new EmbedBlock(nameOf(url), url, fallback));
    }

    /** The embed for an address alone on its line; empty if the address is just text. */
    public static Optional<EmbedBlock> alone(String url) {
        return known(url, "", EnumSet.of(Kind.PAGE));
    }

    /** The embed for an address at a place for embeds only; empty for other text. */
    public static Optional<EmbedBlock> anywhere(String text) {
        String url = text.strip();
        return Address.isEmbed(url) ? Optional.of(of(url, "")) : Optional.empty();
    }

    /** True for a paragraph with nothing but an address that {@link #alone} would read as an embed. */
    public static boolean isAddressOfOne(List<Span> text) {
        if (text.size() != 1 || !SCHEME.matcher(text.get(0).text()).lookingAt()) {
            return false;
        }
        Span only = text.get(0);
        String address = Spans.plain(text);
        return (only.href() == null || only.href().equals(address))
                && alone(address).isPresent();
    }

    private static Optional<EmbedBlock> known(String url, String fallback, Set<Kind> kinds) {
        if (!Address.isEmbed(url)) {
            return Optional.empty();
        }
        String rest = SCHEME.matcher(url).replaceFirst("");
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(rest);
            if (kinds.contains(rule.kind()) && matcher.matches()) {
                String address = address(rule, matcher, url);
                return Address.isEmbed(address)
                        ? Optional.of(new EmbedBlock(rule.provider(), address, fallback))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String address(Rule rule, Matcher matcher, String url) {
        return switch (rule.kind()) {
            case PAGE -> url;
            case FRAME -> "https://" + matcher.replaceFirst(rule.form());
            case WRAPPER -> decoded(matcher.group(1));
        };
    }

    private static String decoded(String parameter) {
        try {
            return Address.tidied(URLDecoder.decode(parameter, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    private static String nameOf(String url) {
        try {
            String host = new URI(url).getHost();
            String plain = host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
            String name = NO_WORD.matcher(plain).replaceAll("-");
            String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
            return EmbedBlock.isProvider(cut) ? cut : "web";
        } catch (URISyntaxException unusual) {
            return "web";
        }
    }

    private static Rule page(String provider, String pattern) {
        return new Rule(provider, Kind.PAGE, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), "");
    }

    private static Rule frame(String provider, String pattern, String form) {
        return new Rule(provider, Kind.FRAME, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), form);
    }

    private static Rule wrapper(String provider, String pattern) {
        return new Rule(provider, Kind.WRAPPER, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), "");
    }
}
