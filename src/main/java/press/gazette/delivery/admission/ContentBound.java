package press.gazette.delivery.admission;

import jakarta.inject.Singleton;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** How large the content of a request may be ({@code gazette.max-content-size}). */
@Singleton
public class ContentBound {

    private final long bytes;

    ContentBound(AdmissionConfig config) {
        bytes = config.maxContentSize().asLongValue();
    }

    public long bytes() {
        return bytes;
    }

    /** The refusal of a content that is larger. */
    public Problem exceeded() {
        return Problem.of(ProblemType.CONTENT_TOO_LARGE, "The content is larger than " + bytes + " bytes.");
    }
}
