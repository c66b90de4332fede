package com.eazybackup.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void theyAreDifferentAndBelowThoseThatConnectionsAreGiven() throws IOException {
        List<Integer> ports = FreePorts.find(50);
        assertThat(ports).hasSize(50).doesNotHaveDuplicates();
        assertThat(ports).allMatch(port -> port >= 20_000 && port < 32_000);
    }

    @Test
    void whatIsTakenIsPassedOver() throws IOException {
        int port = FreePorts.find(1).get(0);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.find(3, port)).hasSize(3).doesNotContain(taken.getLocalPort());
        }
    }
}
