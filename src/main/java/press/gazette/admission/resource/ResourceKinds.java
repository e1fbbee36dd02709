package press.gazette.admission.resource;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import press.gazette.address.RequestTarget;
import press.gazette.admission.resource.Resources.Resource;

/**
 * Finds the kind of the resource at a path, from a tree of folders that is built once from the annotations of all resources.
 * A folder whose resources are all of one kind has that kind, so addresses in it that no resource has are treated alike.
 */
@Singleton
public final class ResourceKinds {

    private static final String KEY = Kind.class.getName();

    /** One segment of paths, with everything below it. */
    private static final class Folder {

        private final Map<String, Folder> below = new HashMap<>();

        /** The kind of the resource at this very path. */
        private @Nullable Kind own;

        /** The kind of the class with this path, for paths below it that no resource has. */
        private @Nullable Kind ofClass;

        /** The kind of everything here and below; null if there are several. */
        private @Nullable Kind common;

        Folder at(List<String> segments) {
            Folder folder = this;
            for (String segment : segments) {
                folder = folder.below.computeIfAbsent(segment, unused -> new Folder());
            }
            return folder;
        }

        @Nullable
        Folder next(String segment) {
            Folder named = below.get(segment);
            if (named != null) {
                return named;
            }
            int dot = segment.lastIndexOf('.');
            Folder extended = dot <= 0 ? null : below.get(Resources.ANY + segment.substring(dot));
            return extended == null ? below.get(Resources.ANY) : extended;
        }

        void serve(Kind kind) {
            if (own != null && own != kind) {
                throw new IllegalStateException("One address has two kinds: " + own + " and " + kind);
            }
            own = kind;
        }

        /** Sets the common kinds, from the leaves up, and returns the kinds of this folder. */
        EnumSet<Kind> setCommonKinds() {
            EnumSet<Kind> all = EnumSet.noneOf(Kind.class);
            Stream.of(own, ofClass).filter(Objects::nonNull).forEach(all::add);
            below.values().forEach(folder -> all.addAll(folder.setCommonKinds()));
            common = all.size() == 1 ? all.iterator().next() : null;
            return all;
        }
    }

    private final Folder root = new Folder();
    private final List<Pattern> withLastSlash;
    private final List<Pattern> desk;

    ResourceKinds(Resources resources) {
        for (Resource resource : resources.all()) {
            root.at(Resource.shape(resource.template())).serve(resource.kind());
            if (!resource.folder().equals("/")) {
                root.at(Resource.shape(resource.folder())).ofClass = resource.kindOfClass();
            }
        }
        root.setCommonKinds();
        withLastSlash = resources.all().stream()
                .filter(Resource::lastSlash)
                .map(Resource::pattern)
                .toList();
        desk = foldersOfTheDesk(root, List.of()).map(ResourceKinds::anySpelling).toList();
    }

    /** The highest folders that belong to the desk alone, each as its segments. */
    private static Stream<List<String>> foldersOfTheDesk(Folder folder, List<String> segments) {
        if (folder.common == Kind.DESK) {
            return Stream.of(segments);
        }
        return folder.below.entrySet().stream()
                .flatMap(each -> foldersOfTheDesk(
                        each.getValue(),
                        Stream.concat(segments.stream(), Stream.of(each.getKey()))
                                .toList()));
    }

    /**
     * Matches the beginning of decoded paths to a folder in any spelling: upper case, doubled slashes, parameters behind a
     * semicolon. The router accepts fewer spellings; a path that matches here and leads nowhere gets an uncached 404.
     */
    private static Pattern anySpelling(List<String> segments) {
        return Pattern.compile(segments.stream()
                .map(segment -> segment.equals(Resources.ANY) ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining("(;[^/]*)?/+", "(?i)/+", "(?![\\w-])")));
    }

    /** The kind of the resource that a request leads to; null if there is none at its address. */
    public static @Nullable Kind of(RoutingContext request) {
        return request.get(KEY);
    }

    /** Finds the kind of a request for {@link #of}. A malformed URL has none: it cannot be normalised. */
    public void find(RoutingContext request) {
        if (RequestTarget.fault(request.request().uri(), this::acceptsLastSlash).isEmpty()) {
            Kind kind = at(request.normalizedPath());
            if (kind != null) {
                request.put(KEY, kind);
            }
        }
    }

    /** The kind at a normalised path; null if neither a resource nor a folder of one kind is there. */
    @Nullable
    Kind at(String path) {
        Kind exact = exact(path);
        return exact == null && isDesk(RequestTarget.decoded(path)) ? Kind.DESK : exact;
    }

    private boolean isDesk(String decoded) {
        return desk.stream().anyMatch(folder -> folder.matcher(decoded).lookingAt());
    }

    private @Nullable Kind exact(String path) {
        Folder folder = root;
        Kind ofClass = null;
        int from = 1;
        while (from < path.length()) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            Folder next = folder.next(path.substring(from, end));
            if (next == null) {
                return ofClass;
            }
            if (next.common != null) {
                return next.common;
            }
            ofClass = next.ofClass == null ? ofClass : next.ofClass;
            folder = next;
            from = end + 1;
        }
        return folder.own == null ? ofClass : folder.own;
    }

    /** True if a path that ends in a slash leads to a resource that accepts it. */
    public boolean acceptsLastSlash(String path) {
        String plain = path.substring(0, path.length() - 1);
        return path.equals("/")
                || withLastSlash.stream()
                        .anyMatch(resource -> resource.matcher(plain).matches()
                                || resource.matcher(path).matches());
    }
}
