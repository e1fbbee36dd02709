package press.gazette.importer.desk;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.importer.item.Note;

/** A line of a report. */
@Schema(description = "A loss, a repair or a decision, with its reason.")
record ReportLine(
        @Schema(description = "A word for programs. Expect further ones.", example = "unknown-shortcode")
        String code,

        @Schema(description = "The words that it is about, for people.", example = "[poll] Who wins?")
        String detail) {

    static List<ReportLine> of(List<Note> notes) {
        return notes.stream()
                .map(note -> new ReportLine(note.code(), note.detail()))
                .toList();
    }
}
