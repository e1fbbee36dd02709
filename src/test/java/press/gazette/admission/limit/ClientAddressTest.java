package press.gazette.admission.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"proxy", "10.0.0.0/x", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "::1/129", "10.0.0/8", ""})
    void invalidProxyIsReportedWithItsSetting(String proxy) {
        assertThatThrownBy(() -> new ClientAddress(List.of("192.0.2.1", proxy)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gazette.trusted-proxies has \"" + proxy + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.9.9.9, 192.0.2.7",
        "10.0.0.0/8, 11.9.9.9, 11.9.9.9",
        "10.9.9.9, 10.9.9.9, 192.0.2.7",
        "10.9.9.9, 10.9.9.8, 10.9.9.8",
        "10.9.9.9/32, 10.9.9.9, 192.0.2.7",
        "0.0.0.0/0, 10.9.9.9, 198.51.100.1",
        "2001:db8::1, 2001:db8::1, 192.0.2.7",
        "2001:db8::1/128, 2001:db8::2, 2001:db8::",
        "2001:db8::/32, 2001:db8:9::9, 192.0.2.7",
        "2001:db8::/32, 2001:db9::9, 2001:db9::",
        "fe80::/10, fe80::1%eth0, 192.0.2.7",
        "192.0.2.1, fe80::1%eth0, fe80::",
        "10.0.0.0/8, ::ffff:10.9.9.9, 192.0.2.7",
        "10.0.0.0/8, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
    })
    void forwardedAddressesOfTrustedProxiesCount(String proxy, String peer, String address) {
        ClientAddress clients = new ClientAddress(List.of(proxy));
        assertThat(clients.of(peer, name -> List.of("198.51.100.1, 192.0.2.7"))).isEqualTo(address);
    }

    @Test
    void withoutProxiesTheAddressOfTheConnectionCounts() {
        assertThat(new ClientAddress(List.of()).of("192.0.2.1", name -> List.of("192.0.2.7")))
                .isEqualTo("192.0.2.1");
    }
}
