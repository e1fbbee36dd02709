package press.gazette.faults;

import java.io.IOException;

/** The same on PostgreSQL, half as often: it has been killed by others before. */
class PgKilledServerIT extends KilledServerIT {

    @Override
    Database database() throws IOException {
        return new Postgresql();
    }

    @Override
    int rounds() {
        return (super.rounds() + 1) / 2;
    }
}
