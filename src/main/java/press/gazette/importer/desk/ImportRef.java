package press.gazette.importer.desk;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.address.Id;
import press.gazette.importer.job.ImportJob;
import press.gazette.problem.Problem;

/** The id of an import in a request. */
@Schema(type = SchemaType.STRING, description = "Id of the import.", example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
record ImportRef(String text) {

    ImportJob find() {
        return found(LockModeType.NONE);
    }

    /** The import, locked until the transaction ends. */
    ImportJob locked() {
        return found(LockModeType.PESSIMISTIC_WRITE);
    }

    private ImportJob found(LockModeType lock) {
        return Id.of(text)
                .flatMap(id -> Optional.<ImportJob>ofNullable(ImportJob.findById(id.value(), lock)))
                .orElseThrow(() -> Problem.notFound("import"));
    }
}
