package press.gazette.faults;

import java.io.IOException;

import org.junit.jupiter.api.extension.RegisterExtension;

class KilledImportIT extends KilledImport {

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
