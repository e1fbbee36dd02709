package press.gazette.faults;

import java.io.IOException;

import org.junit.jupiter.api.extension.RegisterExtension;

class KilledServerIT extends KilledServer {

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    @Override
    Nodes nodes() {
        return NODES;
    }

    @Override
    Database database() throws IOException {
        return new EmbeddedFile();
    }
}
