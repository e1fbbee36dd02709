package press.gazette.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** What the nodes of a test write to. */
interface Database extends AutoCloseable {

    /** A claim on an Idempotency-Key ends soon after the death of its node, so that no test waits for it. */
    String LEASE = "2S";

    String name();

    /** What a node is started with to use it. */
    List<String> options();

    /** What killed nodes have left, read past any server. Nobody may be writing. */
    Books afterCrash() throws IOException, SQLException;

    @Override
    void close() throws IOException;
}
