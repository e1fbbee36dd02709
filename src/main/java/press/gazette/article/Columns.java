package press.gazette.article;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.jspecify.annotations.Nullable;

import press.gazette.article.body.Body;
import press.gazette.json.Json;

/** The parts of an article that are kept as JSON in one column, because they are only ever read and written whole. */
final class Columns {

    private Columns() {}

    @Converter
    static class OfBody implements AttributeConverter<Body, String> {

        @Override
        public String convertToDatabaseColumn(Body body) {
            return Json.column(body);
        }

        @Override
        public Body convertToEntityAttribute(String column) {
            return Json.fromColumn(column, Body.class);
        }
    }

    @Converter
    static class OfCorrections implements AttributeConverter<List<Correction>, String> {

        @Override
        public String convertToDatabaseColumn(List<Correction> corrections) {
            return Json.column(corrections);
        }

        @Override
        public List<Correction> convertToEntityAttribute(String column) {
            return Json.listFromColumn(column, Correction.class);
        }
    }

    @Converter
    static class OfSeo implements AttributeConverter<@Nullable Seo, @Nullable String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Seo seo) {
            return seo == null ? null : Json.column(seo);
        }

        @Override
        public @Nullable Seo convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : Json.fromColumn(column, Seo.class);
        }
    }
}
