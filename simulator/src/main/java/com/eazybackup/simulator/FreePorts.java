package com.eazybackup.simulator;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * TCP ports of the loopback interface that nobody uses at this moment, for servers that are started
 * in a moment.
 *
 * <p>Below those that the system itself gives to connections: one of these may be taken by any
 * connection between the choice and the start. Begins anywhere, so that several who choose at once
 * hardly meet.
 */
public final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int AFTER = 32_000;

    private FreePorts() {}

    /**
     * @return so many different ones
     * @throws IOException when there are not so many
     */
    public static List<Integer> find(int count) throws IOException {
        return find(count, ThreadLocalRandom.current().nextInt(FIRST, AFTER));
    }

    static List<Integer> find(int count, int start) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int tried = 0; held.size() < count; tried++) {
                if (tried == AFTER - FIRST) {
                    throw new BindException("no port is free from " + FIRST + " on");
                }
                hold(FIRST + (start - FIRST + tried) % (AFTER - FIRST), held);
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    private static void hold(int port, List<ServerSocket> held) throws IOException {
        try {
            held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (BindException taken) {
            // The next one is tried.
            return;
        }
    }
}
