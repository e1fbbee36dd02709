package press.gazette.media.reading;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.json.Json;
import press.gazette.media.file.StoredFile;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * A record with a file in the store, as readers of the file need it.
 *
 * @param rightsExpireAt null if its rights do not end
 */
record FileRow(StoredFile file, @Nullable Instant rightsExpireAt) {

    /** Reads it with one statement; empty if there is no such record, or its file is elsewhere. */
    static Optional<FileRow> of(UUID id) {
        return Sql.of("select m.file, m.rights_expire_at from media m where m.id = ? and m.file is not null", id)
                .first(FileRow::read);
    }

    private static FileRow read(Row row) {
        return new FileRow(Json.fromColumn(row.text(), StoredFile.class), row.instantOrNull());
    }

    /**
     * The same, if readers may see it.
     *
     * @throws Problem {@code file-withdrawn}
     */
    FileRow requireRights(Instant now) {
        if (rightsExpireAt != null && !rightsExpireAt.isAfter(now)) {
            throw Problem.of(ProblemType.FILE_WITHDRAWN, "The rights of this file have ended.");
        }
        return this;
    }
}
