package press.gazette.article.draft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import press.gazette.json.JsonColumn;
import press.gazette.problem.Faults;

/** The identity of an article in the system that it came from, and the fields there that have no place here. */
@Embeddable
@Schema(description = "The identity of an article in the system that it came from. Readers never see it.")
public record Foreign(
        @Column(name = "foreign_system")
        @Schema(
                description = "The name of the system, such as the address of the former site, at most 200 characters.",
                example = "https://old.example.org",
                minLength = 1,
                maxLength = Foreign.LONGEST_SYSTEM)
        String system,

        @Column(name = "foreign_id")
        @Schema(
                description = "The id there, at most 500 characters. No two articles have the same system and id.",
                example = "4711",
                minLength = 1,
                maxLength = Foreign.LONGEST_ID)
        String id,

        @Column(name = "foreign_fields")
        @Convert(converter = FieldsColumn.class)
        @Schema(
                description = "Fields that have no place in an article, each with its values: at most 200 names and "
                        + "65,536 bytes. Absent: none.",
                example = "{\"ad_slot\":[\"top\"]}")
        @Nullable
        Map<String, List<String>> fields) {

    public static final int LONGEST_SYSTEM = 200;
    public static final int LONGEST_ID = 500;

    /** An index of PostgreSQL holds no longer entries. */
    public static final int MOST_KEY_BYTES = 2_000;

    /** The most names of fields. */
    public static final int MOST_FIELDS = 200;

    /** The most bytes of all names and values. */
    public static final int MOST_BYTES = 65_536;

    public Foreign {
        Faults faults = new Faults();
        system = faults.name("/system", system, LONGEST_SYSTEM);
        id = faults.name("/id", id, LONGEST_ID);
        faults.check(
                bytes(system) + bytes(id) <= MOST_KEY_BYTES,
                "/id",
                "System and id take at most " + MOST_KEY_BYTES + " bytes together.");
        faults.check(
                fields == null || (fields.size() <= MOST_FIELDS && bytes(fields) <= MOST_BYTES),
                "/fields",
                "There are at most " + MOST_FIELDS + " fields, which take at most " + MOST_BYTES + " bytes.");
        faults.refuse();
        fields = fields == null || fields.isEmpty() ? null : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The bytes that the names and values take. */
    public static int bytes(Map<String, List<String>> fields) {
        int bytes = 0;
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            List<String> texts = new ArrayList<>(field.getValue());
            texts.add(field.getKey());
            bytes += texts.stream().mapToInt(Foreign::bytes).sum();
        }
        return bytes;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Converter
    @Immutable
    static final class FieldsColumn extends JsonColumn<Map<String, List<String>>> {}
}
