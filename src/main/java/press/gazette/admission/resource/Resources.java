package press.gazette.admission.resource;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.jspecify.annotations.Nullable;

/** The methods of all resources, read from their annotations. */
@Singleton
final class Resources {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}:]+(:[^}]*)?}");

    /** Stands for a variable in {@link Resource#shape}. */
    static final String ANY = "{}";

    /** A variable with a constant extension, such as {@code {ref}.md}. */
    private static final Pattern EXTENDED = Pattern.compile("\\{}\\.\\w+");

    /**
     * One method of a resource.
     *
     * @param folder path of the class, such as {@code /v1/articles}
     * @param template path of the method, such as {@code /v1/articles/{ref}}
     * @param reads the media types that the method reads; empty: it has no content
     * @param writes the media types that the method writes, without parameters; empty: the class does not name them
     * @param kindOfClass the kind of addresses below the folder that no resource has
     * @param files true if its content may be a file
     */
    record Resource(
            String folder,
            String template,
            String method,
            List<String> reads,
            List<String> writes,
            Kind kind,
            Kind kindOfClass,
            boolean lastSlash,
            boolean files) {

        /** Matches the paths of the template. A variable with an expression of its own may span segments. */
        Pattern pattern() {
            return Pattern.compile(
                    VARIABLE.matcher(template).replaceAll(variable -> variable.group(1) == null ? "[^/]+" : ".*"));
        }

        /** The segments of a template, each with a variable replaced by {@link #ANY}; a constant extension stays behind it. */
        static List<String> shape(String template) {
            return Arrays.stream(VARIABLE.matcher(template).replaceAll(ANY).split("/", -1))
                    .filter(segment -> !segment.isEmpty())
                    .map(segment ->
                            !segment.contains(ANY) || EXTENDED.matcher(segment).matches() ? segment : ANY)
                    .toList();
        }
    }

    private final List<Resource> all = new ArrayList<>();

    Resources(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null) {
                Arrays.stream(bean.getBeanClass().getDeclaredMethods()).forEach(method -> add(path.value(), method));
            }
        }
    }

    List<Resource> all() {
        return all;
    }

    private void add(String folder, Method method) {
        Path path = method.getAnnotation(Path.class);
        String template = (folder + (path == null ? "" : "/" + path.value())).replaceAll("/+", "/");
        Consumes consumes = annotation(method, Consumes.class);
        Produces produces = annotation(method, Produces.class);
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                Serves serves = Objects.requireNonNull(annotation(method, Serves.class), () -> method + " has no kind");
                Serves ofClass = method.getDeclaringClass().getAnnotation(Serves.class);
                all.add(new Resource(
                        folder,
                        template,
                        verb.value(),
                        consumes == null ? List.of() : List.of(consumes.value()),
                        produces == null ? List.of() : withoutParameters(produces.value()),
                        serves.value(),
                        (ofClass == null ? serves : ofClass).value(),
                        serves.lastSlash(),
                        serves.files()));
            }
        }
    }

    private static List<String> withoutParameters(String... types) {
        return Arrays.stream(types).map(type -> type.replaceAll(";.*", "")).toList();
    }

    private static <A extends Annotation> @Nullable A annotation(Method method, Class<A> type) {
        A own = method.getAnnotation(type);
        return own == null ? method.getDeclaringClass().getAnnotation(type) : own;
    }
}
