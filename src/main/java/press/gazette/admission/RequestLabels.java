package press.gazette.admission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.AllowedMethods;

/**
 * Bounds the labels of request metrics: a method or path becomes a label only if this server has it. All others share one label,
 * since each label is a time series that lives as long as the process.
 */
@Singleton
public final class RequestLabels implements MeterFilter {

    private static final String REQUESTS = "http.server.";

    private static final String OTHER = "OTHER";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** The framework's own labels, and that of the fast path. */
    private static final Set<String> FIXED =
            Set.of("root", "NOT_FOUND", "REDIRECTION", "UNKNOWN", "/cors-preflight", "KEPT");

    /** Folders of files; each folder is one label. */
    private static final Pattern FOLDER = Pattern.compile("(/docs|/newsroom)(/.*)?");

    /** Built from all resources when the first request is measured, not at the start. */
    private final Provider<AllowedMethods> resources;

    private final List<String> patterns;

    private volatile @Nullable Set<String> paths;

    /**
     * Called by the container.
     *
     * @param patterns each a regular expression, an equals sign and the label for paths that match
     */
    RequestLabels(
            Provider<AllowedMethods> resources,
            @ConfigProperty(name = "quarkus.micrometer.binder.http-server.match-patterns") List<String> patterns) {
        this.resources = resources;
        this.patterns = patterns;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith(REQUESTS)) {
            return id;
        }
        return id.replaceTags(id.getTags().stream().map(this::bounded).toList());
    }

    private Tag bounded(Tag tag) {
        return switch (tag.getKey()) {
            case "method" -> METHODS.contains(tag.getValue()) ? tag : Tag.of(tag.getKey(), OTHER);
            case "uri" -> Tag.of(tag.getKey(), path(tag.getValue()));
            default -> tag;
        };
    }

    private String path(String path) {
        if (FIXED.contains(path) || paths().contains(path)) {
            return path;
        }
        Matcher folder = FOLDER.matcher(path);
        return folder.matches() ? folder.group(1) : OTHER;
    }

    private Set<String> paths() {
        Set<String> known = paths;
        if (known == null) {
            known = new HashSet<>(resources.get().templates());
            for (String pattern : patterns) {
                known.add(pattern.substring(pattern.indexOf('=') + 1).strip());
            }
            paths = known;
        }
        return known;
    }
}
