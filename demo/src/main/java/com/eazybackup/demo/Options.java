package com.eazybackup.demo;

import com.eazybackup.simulator.DemoCustomers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a {@link DemoWorld} is opened.
 *
 * @param directory data and logs; kept from one start to the next
 * @param serverHome the provisioned server, or empty for a world without the portal
 * @param ownServerBase whether the server runs on a copy of its {@code standalone} folder below
 *     {@code directory}, so that two worlds can use one server home at a time
 * @param speed of the clockwork; 0 = nothing happens by itself
 * @param variables more environment for the server; wins over what the world sets
 * @param progress told what is going on, a line at a time
 */
public record Options(
        Path directory,
        Optional<Path> serverHome,
        boolean ownServerBase,
        Ports ports,
        DemoCustomers customers,
        double speed,
        Map<String, String> variables,
        Consumer<String> progress) {

    /** For tests: free ports, a server base of its own, no clockwork, silence. */
    public static Options forTests(Path directory, Path serverHome) {
        return new Options(
                directory,
                Optional.of(serverHome),
                true,
                Ports.free(),
                DemoCustomers.standard(),
                0,
                Map.of(),
                line -> {});
    }

    /** The same without the portal: database, Comet Servers and WHMCS only. */
    public Options withoutServer() {
        return new Options(
                directory,
                Optional.empty(),
                ownServerBase,
                ports,
                customers,
                speed,
                variables,
                progress);
    }

    public Options withSpeed(double newSpeed) {
        return new Options(
                directory,
                serverHome,
                ownServerBase,
                ports,
                customers,
                newSpeed,
                variables,
                progress);
    }

    public Options withCustomers(DemoCustomers newCustomers) {
        return new Options(
                directory,
                serverHome,
                ownServerBase,
                ports,
                newCustomers,
                speed,
                variables,
                progress);
    }

    public Options withVariables(Map<String, String> newVariables) {
        return new Options(
                directory,
                serverHome,
                ownServerBase,
                ports,
                customers,
                speed,
                newVariables,
                progress);
    }
}
