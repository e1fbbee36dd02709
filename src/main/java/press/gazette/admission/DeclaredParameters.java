package press.gazette.admission;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import press.gazette.admission.stage.Stage;
import press.gazette.problem.Problem;

/**
 * Rejects query parameters that the resource does not declare, repeated ones and those without a value, before the resource is
 * called: no parameter is silently ignored, and no resource has to check. The only exceptions are parameters that track people, at
 * resources marked with {@link RedirectsTracking}.
 */
@Singleton
final class DeclaredParameters {

    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    /** Filters are created before the settings. */
    private final Provider<TrackingParameters> tracking;

    DeclaredParameters(Provider<TrackingParameters> tracking) {
        this.tracking = tracking;
    }

    @ServerRequestFilter(nonBlocking = true, priority = Stage.Order.DECLARED_PARAMETERS)
    void check(ContainerRequestContext request, ResourceInfo resource) {
        UriInfo uri = request.getUriInfo();
        Map<String, List<String>> given = uri.getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        SortedSet<String> names = known.computeIfAbsent(resource.getResourceMethod(), DeclaredParameters::declaredBy);
        boolean redirects = resource.getResourceClass().isAnnotationPresent(RedirectsTracking.class);
        Set<String> tracked = new TreeSet<>();
        given.forEach((name, values) -> {
            if (!names.contains(name)) {
                if (redirects && tracking.get().include(name)) {
                    tracked.add(name);
                    return;
                }
                throw Problem.unknownParameter(name, names);
            }
            if (values.size() > 1) {
                throw Problem.repeatedParameter(name);
            }
            if (values.get(0).isEmpty()) {
                throw Problem.invalidParameter(
                        name, "The parameter \"" + name + "\" has no value. Leave it out instead.");
            }
        });
        if (!tracked.isEmpty()) {
            URI target = uri.getRequestUri();
            throw new WithoutTracking(tracking.get().removed(target.getRawPath(), target.getRawQuery()));
        }
    }

    private static SortedSet<String> declaredBy(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(DeclaredParameters::elements)
                .map(element -> element.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The parameter itself, or the components of a record of parameters. */
    private static Stream<AnnotatedElement> elements(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                : Stream.of(parameter);
    }
}
