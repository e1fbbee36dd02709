package press.gazette.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.util.StringHelper;
import org.jboss.logging.Logger;

import press.gazette.search.index.retrieval.Snapshot;

/** Reads all files of an index and compares their checksums, a segment at a time: an index of gigabytes takes minutes. */
final class Examination implements Closeable {

    private static final Logger LOG = Logger.getLogger(Examination.class);

    private final Snapshot snapshot;
    private final Set<String> whole;
    private final Deque<CodecReader> left = new ArrayDeque<>();

    /**
     * @param snapshot whose files are read; it is held until {@link #close}
     * @param whole the segments that this process has found whole: they are left out, and further ones are put in
     */
    Examination(Snapshot snapshot, Set<String> whole) {
        this.snapshot = snapshot;
        this.whole = whole;
        if (snapshot.acquire()) {
            for (LeafReaderContext leaf : snapshot.reader().leaves()) {
                CodecReader segment = (CodecReader) leaf.reader();
                if (!whole.contains(id(segment))) {
                    left.add(segment);
                }
            }
        } else {
            throw new IllegalStateException("The state of the index is closed already");
        }
    }

    private static String id(CodecReader segment) {
        return StringHelper.idToString(
                ((SegmentReader) segment).getSegmentInfo().info.getId());
    }

    /** Reads the next segment; false: there is none. */
    boolean next() throws IndexFailure {
        CodecReader segment = left.poll();
        if (segment == null) {
            return false;
        }
        try {
            segment.checkIntegrity();
        } catch (IOException | RuntimeException | InternalError e) {
            throw new IndexFailure("The index is damaged", e);
        }
        whole.add(id(segment));
        return true;
    }

    @Override
    public void close() {
        try {
            snapshot.release();
        } catch (IOException e) {
            LOG.debug("A state of the index could not be closed", e);
        }
    }
}
