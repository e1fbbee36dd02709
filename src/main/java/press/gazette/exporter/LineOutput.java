package press.gazette.exporter;

import java.io.IOException;
import java.io.OutputStream;

/** An export without files: the lines as they come. */
record LineOutput(OutputStream out) implements ContentExport.Lines {

    @Override
    public void write(byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
