package press.gazette.admission;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

/** The query parameters that newsletters, networks and scripts append to addresses: {@code gazette.tracking-parameters}. */
@Singleton
final class TrackingParameters {

    private static final String ANY_END = "*";

    private final Set<String> names;

    TrackingParameters(AdmissionConfig config) {
        names = config.trackingParameters();
    }

    boolean include(String name) {
        return names.stream()
                .anyMatch(known -> known.endsWith(ANY_END)
                        ? name.startsWith(known.substring(0, known.length() - ANY_END.length()))
                        : name.equals(known));
    }

    /** The path and query without the tracking parameters, otherwise unchanged. */
    String removed(String path, String query) {
        String rest = Arrays.stream(query.split("&", -1))
                .filter(parameter -> !include(name(parameter)))
                .collect(Collectors.joining("&"));
        return rest.isEmpty() ? path : path + "?" + rest;
    }

    private static String name(String parameter) {
        return URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8);
    }
}
