package press.gazette.media.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.json.Json;
import press.gazette.media.MediaAddress;
import press.gazette.media.Rendition;
import press.gazette.media.file.StoredFile;
import press.gazette.media.rendition.Framing;
import press.gazette.media.rendition.RenditionRequest;
import press.gazette.media.rendition.RenditionVersion;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * A record with a file in the store, as readers of the file need it.
 *
 * @param rightsExpireAt null if its rights do not end
 * @param served true if a reader has got it before
 */
record FileRow(
        StoredFile file,
        List<Rendition> renditions,
        Framing framing,
        @Nullable Instant rightsExpireAt,
        boolean served) {

    /** Reads it with one statement; empty if there is no such record, or its file is elsewhere. */
    static Optional<FileRow> of(UUID id) {
        return Sql.of(
                        "select m.file, m.renditions, m.focus_x, m.focus_y, m.crops, m.rights_expire_at, m.served"
                                + " from media m where m.id = ? and m.file is not null",
                        id)
                .first(FileRow::read);
    }

    private static FileRow read(Row row) {
        return new FileRow(
                Json.fromColumn(row.text(), StoredFile.class),
                Json.listFromColumn(row.text(), Rendition.class),
                Framing.of(row.integerOrNull(), row.integerOrNull(), row.textOrNull()),
                row.instantOrNull(),
                row.flag());
    }

    /** True if this is the last segment of the address of the file, which readers may get. */
    boolean isPublic(String name) {
        return file.leavesWhole() && MediaAddress.name(file).equals(name);
    }

    /**
     * The address of the rendition that has taken the place of one with another focus or by other settings; empty if the address
     * is none of this file.
     *
     * @param preset its name in that address
     */
    Optional<String> successor(String preset, String address) {
        if (renditions.isEmpty() || !RenditionVersion.isOf(file, MediaAddress.version(address))) {
            return Optional.empty();
        }
        Rendition next = renditions.stream()
                .filter(each -> each.name().equals(preset))
                .findFirst()
                .orElse(renditions.get(0));
        return Optional.of(address.endsWith(".webp") && next.webp() != null ? next.webp() : next.url());
    }

    /** True if one of its renditions is, or was, at the address with this preset. */
    boolean hasAddress(String preset, String address) {
        return rendition(address).isPresent() || successor(preset, address).isPresent();
    }

    /** The rendition at an address; empty if the record has none there. */
    Optional<RenditionRequest> rendition(String address) {
        return renditions.stream()
                .filter(each -> address.equals(each.url()) || address.equals(each.webp()))
                .findFirst()
                .map(each ->
                        RenditionRequest.of(file, framing, MediaAddress.planned(each), address.equals(each.webp())));
    }

    /** The time until its rights end; null if they do not. */
    @Nullable
    Duration rest(Instant now) {
        return rightsExpireAt == null ? null : Duration.between(now, rightsExpireAt);
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
