package press.gazette.tag;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import press.gazette.json.Json;

/** Keeps a short list of strings as JSON in one column. */
@Converter
class Words implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> words) {
        return Json.column(words);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return Json.listFromColumn(column, String.class);
    }
}
