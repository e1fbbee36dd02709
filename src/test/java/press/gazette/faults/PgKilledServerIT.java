package press.gazette.faults;

import java.io.IOException;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Killed nodes on PostgreSQL, half as often as on H2. */
class PgKilledServerIT extends KilledServer {

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
