package press.gazette.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import press.gazette.newsroom.FreePort;

/** A real nginx in front of nodes, configured as docs/operations.md advises. */
final class Nginx implements Endpoint, AutoCloseable {

    /** The time for which it avoids a failed node, and a little more. */
    static final Duration FORGIVING = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder = Files.createTempDirectory("gazette-nginx");
    private final Process process;
    private final int port = FreePort.next();

    /**
     * Starts in front of servers.
     *
     * @param more directives for the proxied location, such as those of a cache
     */
    Nginx(List<? extends Endpoint> behind, String... more) throws IOException {
        String program = Tool.require("nginx");
        // Its workers run as another user if this test runs as root.
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        Path file = folder.resolve("nginx.conf");
        String servers = behind.stream()
                .map(address -> "        server " + address.at("/").getAuthority() + " fail_timeout=2s;")
                .collect(Collectors.joining("\n"));
        String directives = List.of(more).stream()
                .map(directive -> "            " + directive + ";")
                .collect(Collectors.joining("\n"));
        Files.writeString(file, configuration(servers, directives));
        process = new ProcessBuilder(program, "-p", folder.toString(), "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        await().atMost(PATIENCE).until(() -> isListening() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IOException("nginx does not start: " + Files.readString(folder.resolve("output")));
        }
    }

    private String configuration(String servers, String directives) {
        return """
            daemon off;
            worker_processes 1;
            pid %1$s/pid;
            error_log %1$s/error.log warn;
            events { worker_connections 1024; }
            http {
                access_log off;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                proxy_cache_path %1$s/cache keys_zone=responses:1m;
                upstream gazette {
            %2$s
                    keepalive 16;
                }
                server {
                    listen 127.0.0.1:%3$d;
                    location / {
                        proxy_pass http://gazette;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                        proxy_set_header Host $host;
                        proxy_connect_timeout 1s;
            %4$s
                    }
                }
            }
            """.formatted(folder, servers, port, directives);
    }

    private boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port).resolve(path);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        Files.copy(
                folder.resolve("error.log"),
                Path.of("target", "faults", "nginx-" + port + ".log"),
                StandardCopyOption.REPLACE_EXISTING);
        EmbeddedFile.remove(folder);
    }
}
