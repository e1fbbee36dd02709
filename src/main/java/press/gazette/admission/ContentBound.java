package press.gazette.admission;

import jakarta.inject.Singleton;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** The largest accepted content of a request: {@code gazette.max-content-size}, or less if the heap is small. */
@Singleton
public class ContentBound {

    /**
     * The most bytes of heap that one byte of content takes, from its parsing to its acknowledgement, beside the other contents
     * of a small heap. Measured: with 96 MB, stories of 1 MB ended the process.
     */
    private static final int HEAP_PER_BYTE = 192;

    private final long bytes;

    ContentBound(AdmissionConfig config) {
        bytes = Math.min(config.maxContentSize().asLongValue(), heapShare());
    }

    /** The bytes of content that the heap can hold at once. */
    public static long heapShare() {
        return Runtime.getRuntime().maxMemory() / HEAP_PER_BYTE;
    }

    public long bytes() {
        return bytes;
    }

    /** The problem for larger content. */
    public Problem exceeded() {
        return Problem.of(ProblemType.CONTENT_TOO_LARGE, "The content is larger than " + bytes + " bytes.");
    }
}
