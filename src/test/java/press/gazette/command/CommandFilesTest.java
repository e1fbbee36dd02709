package press.gazette.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that commands write. */
class CommandFilesTest {

    @TempDir
    private Path folder;

    @Test
    void earlierReportsStay() throws IOException {
        String wished = folder.resolve("export.xml.report").toString();
        assertThat(ImportCommand.freeName(wished)).isEqualTo(wished);
        Files.createFile(Path.of(wished + ".ndjson"));
        assertThat(ImportCommand.freeName(wished)).isEqualTo(wished + "-2");
        Files.createFile(Path.of(wished + "-2.html"));
        assertThat(ImportCommand.freeName(wished)).isEqualTo(wished + "-3");
    }

    @Test
    void serverThatEndsTheConnectionIsNoFaultOfTheFile() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/desk/export", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"gazette\":\"export\"}\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        server.start();
        try {
            assertThat(export("http://127.0.0.1:" + server.getAddress().getPort(), folder.resolve("a.ndjson")))
                    .isEqualTo(Exit.UNAVAILABLE);
        } finally {
            server.stop(0);
        }
        assertThat(export("http://127.0.0.1:9", Files.createFile(folder.resolve("there.ndjson"))))
                .isEqualTo(Exit.CANNOT_WRITE);
    }

    private int export(String server, Path file) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "secret");
        return Command.run(new String[] {"export", file.toString(), "--server", server, "--key-file", key.toString()});
    }
}
