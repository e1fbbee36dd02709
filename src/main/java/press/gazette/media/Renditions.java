package press.gazette.media;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import press.gazette.json.Json;

/** Keeps the renditions of a picture as JSON in one column: they are always read and written together. */
@Converter
class Renditions implements AttributeConverter<List<Rendition>, String> {

    @Override
    public String convertToDatabaseColumn(List<Rendition> renditions) {
        return Json.column(renditions);
    }

    @Override
    public List<Rendition> convertToEntityAttribute(String column) {
        return Json.listFromColumn(column, Rendition.class);
    }
}
