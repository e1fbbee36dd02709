package press.gazette.delivery;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Lets the schemas say what the records say: a component that is not {@code @Nullable} is required, and an enumeration is
 * open, its words given as {@code x-extensible-enum}, so that generated clients do not break on a new one.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ContractSchemas implements OASFilter {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");

    private final IndexView index;

    public ContractSchemas(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, ClassInfo> records = new HashMap<>();
        for (ClassInfo known : index.getKnownClasses()) {
            if (known.isRecord()) {
                records.put(schemaName(known), known);
            }
        }
        Map<String, Schema> schemas = new TreeMap<>(api.getComponents().getSchemas());
        schemas.forEach((name, schema) -> {
            ClassInfo origin = records.get(name.startsWith("Listing") ? "Listing" : name);
            if (origin != null) {
                require(schema, origin);
            }
            open(schema);
        });
        // The pattern of all listings, which each listing repeats with its own items.
        schemas.remove("Listing");
        api.getComponents().setSchemas(schemas);
    }

    private static String schemaName(ClassInfo known) {
        AnnotationInstance schema = known.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? known.simpleName()
                : schema.value("name").asString();
    }

    private void require(Schema schema, ClassInfo origin) {
        if (schema.getProperties() == null) {
            return;
        }
        Set<String> required = required(origin);
        schema.setRequired(schema.getProperties().keySet().stream()
                .filter(required::contains)
                .sorted(Comparator.naturalOrder())
                .toList());
    }

    private Set<String> required(ClassInfo origin) {
        return origin.recordComponents().stream()
                .flatMap(component -> component.hasAnnotation(UNWRAPPED)
                        ? required(index.getClassByName(component.type().name())).stream()
                        : List.of(component).stream()
                                .filter(ContractSchemas::isRequired)
                                .map(ContractSchemas::jsonName))
                .collect(Collectors.toSet());
    }

    private static boolean isRequired(RecordComponentInfo component) {
        return !component.type().hasAnnotation(NULLABLE) && !component.hasAnnotation(INCLUDE);
    }

    private static String jsonName(RecordComponentInfo component) {
        AnnotationInstance property =
                component.annotation(DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty"));
        return property == null || property.value() == null
                ? component.name()
                : property.value().asString();
    }

    private static void open(Schema schema) {
        List<Object> words = schema.getEnumeration();
        if (words != null && !words.isEmpty()) {
            schema.setEnumeration(null);
            schema.addExtension(
                    "x-extensible-enum",
                    words.stream()
                            .map(word -> word.toString().toLowerCase(Locale.ROOT))
                            .toList());
        }
    }
}
