package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2:9:9:9:9, 2001:db8:1:2::/64",
        "2001:0db8:0001:0002:0:0:0:1, 2001:db8:1:2::/64",
        "2001:db8::1, 2001:db8:0:0::/64",
        "2001:db8::, 2001:db8:0:0::/64",
        "::1, 0:0:0:0::/64",
        "fe80::1%eth0, fe80:0:0:0::/64",
        "::ffff:198.51.100.7, ::ffff:198.51.100.7",
        "'', ''"
    })
    void oneCustomerLineIsOneNetwork(String address, String network) {
        assertThat(CallerAddress.of(address).network()).isEqualTo(network);
        assertThat(CallerAddress.of(address).text()).isEqualTo(address);
    }
}
