package press.gazette.faults;

import java.io.IOException;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The same on PostgreSQL, half as often: it has been killed by others before. */
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
