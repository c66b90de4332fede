package com.eazybackup.demo;

import com.eazybackup.simulator.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The TCP ports of everything that is started, all on 127.0.0.1. */
public record Ports(
        int http,
        int management,
        int database,
        int comet,
        int obc,
        int whmcs,
        int mail,
        int mails) {

    /** Reads the variables, {@code EB_HTTP_PORT} and so on; what is not set has the usual port. */
    public static Ports of(Map<String, String> variables) {
        return new Ports(
                port(variables, "EB_HTTP_PORT", 8080),
                port(variables, "EB_MANAGEMENT_PORT", 9990),
                port(variables, "EB_DEMO_DB_PORT", 33061),
                port(variables, "EB_DEMO_COMET_PORT", 8060),
                port(variables, "EB_DEMO_OBC_PORT", 8061),
                port(variables, "EB_DEMO_WHMCS_PORT", 8070),
                port(variables, "EB_DEMO_MAIL_PORT", 8025),
                port(variables, "EB_DEMO_MAILS_PORT", 8026));
    }

    /** Ports that nobody uses at this moment, for tests. */
    public static Ports free() {
        try {
            int[] p = FreePorts.find(8).stream().mapToInt(Integer::intValue).toArray();
            return new Ports(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws StartFailed when one is taken, naming the variable that chooses another
     */
    void check() {
        Map<Integer, String> seen = new LinkedHashMap<>();
        byVariable()
                .forEach(
                        (variable, port) -> {
                            String other = seen.putIfAbsent(port, variable);
                            if (other != null) {
                                throw new StartFailed(
                                        "%s and %s are both %d: give one of them another port."
                                                .formatted(other, variable, port));
                            }
                        });
        seen.forEach(
                (port, variable) -> {
                    if (!available(port)) {
                        throw new StartFailed(
                                "Port %d is in use: free it or set %s.".formatted(port, variable));
                    }
                });
    }

    /** By the names that {@link #of} reads. */
    Map<String, Integer> byVariable() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("EB_HTTP_PORT", http);
        ports.put("EB_MANAGEMENT_PORT", management);
        ports.put("EB_DEMO_DB_PORT", database);
        ports.put("EB_DEMO_COMET_PORT", comet);
        ports.put("EB_DEMO_OBC_PORT", obc);
        ports.put("EB_DEMO_WHMCS_PORT", whmcs);
        ports.put("EB_DEMO_MAIL_PORT", mail);
        ports.put("EB_DEMO_MAILS_PORT", mails);
        return ports;
    }

    private static boolean available(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int port(Map<String, String> variables, String name, int usual) {
        String value = variables.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return usual;
        }
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartFailed(name + " must be a port number, not \"" + value + "\".", e);
        }
        throw new StartFailed(name + " must be a port number, not \"" + value + "\".");
    }
}
