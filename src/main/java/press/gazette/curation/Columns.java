package press.gazette.curation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.jspecify.annotations.Nullable;

import press.gazette.json.Json;

/** The parts of a revision that are kept as JSON in one column, because they are only ever read and written whole. */
final class Columns {

    private Columns() {}

    @Converter
    static class OfFill implements AttributeConverter<@Nullable Fill, @Nullable String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Fill fill) {
            return fill == null ? null : Json.column(fill);
        }

        @Override
        public @Nullable Fill convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : Json.fromColumn(column, Fill.class);
        }
    }

    @Converter
    static class OfOverrides implements AttributeConverter<Overrides, String> {

        @Override
        public String convertToDatabaseColumn(Overrides overrides) {
            return Json.column(overrides);
        }

        @Override
        public Overrides convertToEntityAttribute(String column) {
            return Json.fromColumn(column, Overrides.class);
        }
    }
}
