package press.gazette.delivery.admission;

import jakarta.inject.Singleton;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** How large the content of a request may be: {@code gazette.max-content-size}, or less where the heap is small. */
@Singleton
public class ContentBound {

    /**
     * One byte of content takes up to so many of the heap, from its parsing to its acknowledgement, beside what a small heap
     * has to hold anyway: with 96 MB stories of 1 MB ended the process.
     */
    private static final int HEAP_PER_BYTE = 192;

    private final long bytes;

    ContentBound(AdmissionConfig config) {
        bytes = Math.min(config.maxContentSize().asLongValue(), heapShare());
    }

    /** How many bytes of contents the heap can work on at once. */
    public static long heapShare() {
        return Runtime.getRuntime().maxMemory() / HEAP_PER_BYTE;
    }

    public long bytes() {
        return bytes;
    }

    /** The refusal of a content that is larger. */
    public Problem exceeded() {
        return Problem.of(ProblemType.CONTENT_TOO_LARGE, "The content is larger than " + bytes + " bytes.");
    }
}
