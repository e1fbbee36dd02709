package press.gazette.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Completes the schemas from the records: a component that is not {@code @Nullable} is required. Enumerations are open: their
 * words are {@code x-extensible-enum}, so that generated clients do not break on a new word.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public final class ContractSchemas implements OASFilter {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName SUBTYPES = DotName.createSimple("com.fasterxml.jackson.annotation.JsonSubTypes");
    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");

    /** The discriminator of all sealed types of this API. */
    private static final String TYPE = "type";

    private final IndexView index;

    public ContractSchemas(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, List<ClassInfo>> records = new HashMap<>();
        for (ClassInfo known : index.getKnownClasses()) {
            if (known.isRecord()) {
                records.computeIfAbsent(schemaName(known), name -> new ArrayList<>())
                        .add(known);
            }
        }
        Map<String, Schema> schemas = new TreeMap<>(api.getComponents().getSchemas());
        ContractFeeds.addSchemas(schemas);
        schemas.forEach((name, schema) -> {
            ClassInfo origin =
                    origin(schema, records.getOrDefault(name.startsWith("Listing") ? "Listing" : name, List.of()));
            if (origin != null) {
                require(schema, origin);
            }
            open(schema);
        });
        for (AnnotationInstance types : index.getAnnotations(SUBTYPES)) {
            discriminate(schemas, types);
        }
        ContractPatches.describe(schemas);
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> ContractPartials.describe(operation, schemas));
        // Each listing has a schema of its own with its own items.
        schemas.remove("Listing");
        schemas.keySet().removeAll(new ContractPathValues(index).types());
        api.getComponents().setSchemas(schemas);
    }

    /** Adds the discriminator to each subtype: it is in the JSON, but in no record. */
    private void discriminate(Map<String, Schema> schemas, AnnotationInstance types) {
        Discriminator discriminator = OASFactory.createDiscriminator().propertyName(TYPE);
        for (AnnotationInstance type : types.value().asNestedArray()) {
            String word = type.value("name").asString();
            String name = schemaName(index.getClassByName(type.value().asClass().name()));
            Schema schema = Objects.requireNonNull(schemas.get(name), name);
            schema.addProperty(
                    TYPE,
                    OASFactory.createSchema().addType(Schema.SchemaType.STRING).constValue(word));
            List<String> required = new ArrayList<>(List.of(TYPE));
            if (schema.getRequired() != null) {
                schema.getRequired().stream()
                        .filter(other -> !other.equals(TYPE))
                        .forEach(required::add);
            }
            schema.setRequired(required);
            discriminator.addMapping(word, "#/components/schemas/" + name);
        }
        String sealed = schemaName(types.target().asClass());
        Objects.requireNonNull(schemas.get(sealed), sealed).setDiscriminator(discriminator);
    }

    private static String schemaName(ClassInfo known) {
        AnnotationInstance schema = known.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? known.simpleName()
                : schema.value("name").asString();
    }

    /** The record of a schema: of several with its name, the one whose components are its properties; null: none. */
    private @Nullable ClassInfo origin(Schema schema, List<ClassInfo> named) {
        return named.stream()
                .filter(each -> named.size() == 1
                        || (schema.getProperties() != null
                                && flat(each)
                                        .allMatch(component ->
                                                schema.getProperties().containsKey(jsonName(component)))))
                .findFirst()
                .orElse(null);
    }

    /** Puts the properties into the order of the components, which is that of the JSON. The scanner's order is arbitrary. */
    private void require(Schema schema, ClassInfo origin) {
        if (schema.getProperties() == null) {
            return;
        }
        List<FieldInfo> components = flat(origin).toList();
        Map<String, Schema> ordered = new LinkedHashMap<>();
        for (FieldInfo component : components) {
            String name = jsonName(component);
            ordered.put(name, Objects.requireNonNull(schema.getProperties().get(name), name));
        }
        schema.setProperties(ordered);
        schema.setRequired(components.stream()
                .filter(ContractSchemas::isRequired)
                .map(ContractSchemas::jsonName)
                .toList());
    }

    /** The components whose values become properties of the object itself, as fields: JSON annotations sit there. */
    private Stream<FieldInfo> flat(ClassInfo origin) {
        return origin.recordComponentsInDeclarationOrder().stream()
                .map(component -> origin.field(component.name()))
                .flatMap(component -> component.hasAnnotation(UNWRAPPED)
                        ? flat(index.getClassByName(component.type().name()))
                        : Stream.of(component));
    }

    private static boolean isRequired(FieldInfo component) {
        AnnotationInstance inclusion = component.annotation(INCLUDE);
        return !component.type().hasAnnotation(NULLABLE)
                && (inclusion == null || inclusion.value().asEnum().equals("ALWAYS"));
    }

    private static String jsonName(FieldInfo component) {
        AnnotationInstance property =
                component.annotation(DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty"));
        return property == null || property.value() == null
                ? component.name()
                : property.value().asString();
    }

    /** Publishes the words of an enum as extensible: the scanner gives the names of the constants. */
    private static void open(Schema schema) {
        List<Object> constants = schema.getEnumeration();
        if (constants != null && !constants.isEmpty()) {
            schema.setEnumeration(null);
            schema.addExtension(
                    "x-extensible-enum",
                    constants.stream().map(ContractSchemas::word).toList());
        }
    }

    /** The word of a constant in JSON: {@code not-started} for {@code NOT_STARTED}. */
    private static String word(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
