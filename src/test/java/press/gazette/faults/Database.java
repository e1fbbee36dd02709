package press.gazette.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** The database of a test's nodes. */
interface Database extends AutoCloseable {

    /** The lease of an Idempotency-Key ends soon after its node has died, so that tests need not wait. */
    String LEASE = "2S";

    String name();

    /** The options that make a node use it. */
    List<String> options();

    /** Opens the state that killed nodes have left. No node may be running. */
    DatabaseAudit afterCrash() throws IOException, SQLException;

    @Override
    void close() throws IOException;
}
