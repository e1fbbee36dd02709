package press.gazette.contract;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import press.gazette.delivery.Fields;
import press.gazette.paging.Limit;

/**
 * The types of parameters by their names, which mean the same in every operation: lists separated by commas, closed and open
 * sets of words, flags, numbers, ids and days. The resources read all of them as text.
 */
final class ContractParameters {

    /** The one parameter whose words depend on the listing. */
    private static final String TYPE = "type";

    /** The path of a draft, whose include has other words than that of readers. */
    private static final String DRAFT = "/v1/desk/articles/{ref}";

    private static final String MEDIA = "/v1/desk/media";

    private static final String SEARCH = "/v1/search";

    /** As the lists have it; this room does not know them. */
    private static final int MOST_EXCLUDED = 20;

    private ContractParameters() {}

    static void describe(String path, Parameter parameter) {
        if (parameter.getRef() != null) {
            return;
        }
        @Nullable
        Schema schema = switch (parameter.getName()) {
            case "fields" -> list(Contract.text()).maxItems(Fields.MOST);
            case "exclude" -> list(Contract.text()).maxItems(MOST_EXCLUDED);
            case "ids" -> list(uuid()).maxItems(Limit.MOST);
            case "include" -> list(inclusions(path));
            case "body" -> list(words("html", "blocks", "markdown", "text", "none"));
            case "order" -> order(path);
            case "match" -> words("words", "all", "any").defaultValue("words");
            case "typos" -> words("auto", "none").defaultValue("auto");
            case "facets" -> list(words("tags", "section", "contributor", "type", "language", "year"));
            case "types" ->
                list(
                        path.equals("/v1/desk/changes")
                                ? words("article", "tag", "media", "list", "page", "site", "address")
                                : words("article", "tag", "list", "page", "media"));
            case "kinds" -> list(words("created", "updated", "withdrawn", "deleted", "moved"));
            case "count" -> words("exact");
            case "format" -> format(path);
            case "media" -> words("refer", "copy", "folder").defaultValue("refer");
            case "allowSimilar", "descendants", "explain", "atomic", "highlight" ->
                OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN).defaultValue(false);
            case TYPE -> type(path);
            case "rights" -> words("valid", "limited", "ended");
            case "state" -> component(path.endsWith("/deliveries") ? "DeliveryState" : "TagState");
            case "status" -> component("Status");
            case "number", "with" ->
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.INTEGER)
                        .format("int32")
                        .minimum(BigDecimal.ONE);
            case "at" -> Contract.text().format("date-time");
            case "day" -> Contract.text().format("date");
            case "id", "entry", "before" -> uuid();
            default -> null;
        };
        if (schema == null) {
            return;
        }
        parameter.setSchema(schema);
        parameter.setExample(example(parameter.getExample(), schema));
        if (isOf(schema, Schema.SchemaType.ARRAY)) {
            parameter.style(Parameter.Style.FORM).explode(false);
        }
    }

    private static Schema order(String path) {
        return switch (path) {
            case "/v1/desk/tags" -> words("slug", "modified").defaultValue("slug");
            case "/v1/desk/articles" -> words("newest", "oldest").defaultValue("newest");
            case SEARCH -> words("relevance", "newest", "oldest").defaultValue("relevance");
            default -> words("newest", "oldest", "updated").defaultValue("newest");
        };
    }

    private static Schema inclusions(String path) {
        if (path.startsWith("/v1/changes")) {
            return words("content");
        }
        if (path.equals(DRAFT)) {
            return words("tags", "image", "related");
        }
        return path.endsWith("articles") || path.endsWith("/related") || path.equals(SEARCH)
                ? words("related", "tags.parents", "corrections", "seo")
                : words("related", "tags.parents");
    }

    /** The value of an example, which annotations write as text. */
    private static Object example(Object written, Schema schema) {
        if (!(written instanceof String text)) {
            return written;
        }
        if (isOf(schema, Schema.SchemaType.ARRAY)) {
            return Arrays.asList(text.split(",", -1));
        }
        if (isOf(schema, Schema.SchemaType.BOOLEAN)) {
            return Boolean.valueOf(text);
        }
        return isOf(schema, Schema.SchemaType.INTEGER) ? Integer.valueOf(text) : text;
    }

    private static boolean isOf(Schema schema, Schema.SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    private static Schema type(String path) {
        return path.equals(MEDIA)
                ? words("picture", "film", "sound", "document")
                : component(path.endsWith("/tags") ? "TagType" : "ArticleType");
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(items)
                .minItems(1);
    }

    private static Schema format(String path) {
        return switch (path) {
            case "/v1/desk/imports" -> words("wordpress", "ghost", "rss", "ninjs", "ndjson");
            case "/v1/desk/addresses/map" -> words("csv", "nginx", "apache").defaultValue("csv");
            default -> words("rss", "atom", "json", "ninjs");
        };
    }

    private static Schema words(String... words) {
        return Contract.text().enumeration(List.of((Object[]) words));
    }

    private static Schema uuid() {
        return Contract.text().format("uuid");
    }

    /** A reference to the words of an open enumeration. */
    private static Schema component(String name) {
        return OASFactory.createSchema().ref(name);
    }
}
