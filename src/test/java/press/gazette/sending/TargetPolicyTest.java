package press.gazette.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The URLs that requests of users may go to. */
class TargetPolicyTest {

    private static final String PUBLIC = "93.184.215.14";

    private final TargetPolicy policy = new TargetPolicy(List.of(" Builder.LAN ", "[fd00::7]"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example/",
                "https://hooks.example:8443/a?b=c",
                "HTTPS://Hooks.Example",
                "https://hooks.example./",
                "https://93.184.215.14/",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
                "http://builder.lan:8080/",
                "https://BUILDER.lan./",
                "http://[fd00::7]:3000/"
            })
    void publicAndAllowedHostsAreAccepted(String url) {
        assertThat(policy.allows(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example",
                "/hooks",
                "http://hooks.example/",
                "ftp://hooks.example/",
                "file:///etc/passwd",
                "https:///x",
                "https://user:word@hooks.example/",
                "https://@hooks.example/",
                "https://hooks.example/#part",
                "https://hooks.example:0/",
                "https://hooks.example:65536/",
                "https://hooks.example/\r\nX-Evil: 1",
                "https://hooks.example/a b",
                "https://größe.example/",
                "https://localhost/",
                "https://LOCALHOST./",
                "https://a.localhost/",
                "https://printer.local/",
                "https://metadata.google.internal/",
                "https://router/",
                "https://127.0.0.1/",
                "https://127.0.0.1./",
                "https://127.1/",
                "https://0/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://127.0.0.01/",
                "https://017700000001/",
                "https://127.0.0.0x1/",
                "https://256.1.1.1/",
                "https://10.1.2.3/",
                "https://172.31.255.255/",
                "https://192.168.0.1/",
                "https://169.254.169.254/",
                "https://100.100.100.200/",
                "https://168.63.129.16/",
                "https://192.0.0.192/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::]/",
                "https://[::1]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:1::1]/",
                "https://[2001:db8::1]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[ff02::1]/",
                "https://[fec0::1]/"
            })
    void privateAddressesAreRejectedInEverySpelling(String url) {
        assertThat(policy.allows(url)).isFalse();
    }

    @Test
    void longUrlIsRejected() {
        String longest = "https://hooks.example/" + "a".repeat(TargetPolicy.LONGEST - 22);
        assertThat(policy.allows(longest)).isTrue();
        assertThat(policy.allows(longest + "a")).isFalse();
    }

    @Test
    void nameWithAPrivateAddressIsRejected() {
        for (String address :
                List.of("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fe80::1", "::ffff:10.0.0.1")) {
            TargetPolicy checked = resolving(address);
            assertThatThrownBy(() -> checked.addresses(URI.create("https://hooks.example/")))
                    .as(address)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void onePrivateAddressAmongOthersRejectsTheName() {
        TargetPolicy checked = new TargetPolicy(List.of(), host ->
                new InetAddress[] {InetAddress.getByName(PUBLIC), InetAddress.getByName("10.0.0.1")});
        assertThatThrownBy(() -> checked.addresses(URI.create("https://hooks.example/")))
                .isInstanceOf(IOException.class);
    }

    /** The addresses that were checked are the ones returned: the name is looked up once. */
    @Test
    void nameThatChangesIsLookedUpOnce() throws IOException {
        TargetPolicy checked = resolving(PUBLIC, "127.0.0.1");
        assertThat(checked.addresses(URI.create("https://hooks.example/"))).containsExactly(address(PUBLIC));
        assertThatThrownBy(() -> checked.addresses(URI.create("https://hooks.example/")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void allowedHostMayBePrivate() throws IOException {
        TargetPolicy checked =
                new TargetPolicy(List.of("builder.lan"), host -> new InetAddress[] {address("10.0.0.1")});
        assertThat(checked.addresses(URI.create("http://builder.lan:8080/hook")))
                .containsExactly(address("10.0.0.1"));
        assertThatThrownBy(() -> checked.addresses(URI.create("http://other.lan:8080/hook")))
                .isInstanceOf(IOException.class);
    }

    private static TargetPolicy resolving(String... addresses) {
        Deque<String> next = new ArrayDeque<>(List.of(addresses));
        return new TargetPolicy(List.of(), host -> new InetAddress[] {address(next.remove())});
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }
}
