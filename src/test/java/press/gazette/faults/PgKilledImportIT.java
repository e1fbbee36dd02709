package press.gazette.faults;

import java.io.IOException;

import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * On PostgreSQL, half as often as on H2: another node might have the import, so it goes on after the end of a lease.
 */
class PgKilledImportIT extends KilledImport {

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    @Override
    Nodes nodes() {
        return NODES;
    }

    @Override
    Database database() throws IOException {
        return new Postgresql();
    }

    @Override
    int rounds() {
        return (super.rounds() + 1) / 2;
    }
}
