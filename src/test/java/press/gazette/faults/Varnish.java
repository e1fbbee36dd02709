package press.gazette.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real Varnish in front of a server, with the VCL that docs/operations.md advises. */
final class Varnish implements Endpoint, AutoCloseable {

    private static final Path VCL = Path.of("docs", "gazette.vcl");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder = Files.createTempDirectory("gazette-varnish");
    private final int port;
    private final Process process;

    Varnish(int port, Endpoint behind) throws IOException {
        this.port = port;
        String program = Tool.require("varnishd");
        Path vcl = folder.resolve("gazette.vcl");
        Files.writeString(
                vcl,
                Files.readString(VCL)
                        .replace(
                                ".port = \"8080\"",
                                ".port = \"" + behind.at("/").getPort() + "\""));
        Path work = folder.resolve("work");
        process = new ProcessBuilder(
                        program,
                        "-F",
                        "-j",
                        "none",
                        "-n",
                        work.toString(),
                        "-a",
                        "127.0.0.1:" + port,
                        "-s",
                        "malloc,16m",
                        "-f",
                        vcl.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        await().atMost(PATIENCE).until(() -> isListening() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IOException("Varnish does not start: " + Files.readString(folder.resolve("output")));
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public URI at(String path) {
        return address(port).resolve(path);
    }

    static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        EmbeddedFile.remove(folder);
    }
}
