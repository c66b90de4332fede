package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.http.Faults;
import com.eazybackup.simulator.http.FaultyHandler;
import com.eazybackup.simulator.http.LoopbackServer;
import io.undertow.server.handlers.BlockingHandler;
import java.net.URI;

/**
 * WHMCS's external API ({@code POST /includes/api.php}) for the demo's customers.
 *
 * <p>Knows DecryptPassword, ValidateLogin and GetUsers; any other action is refused as WHMCS
 * refuses an action that it does not have. Tables are {@link WhmcsTables}' business.
 */
public final class SimulatedWhmcs implements AutoCloseable {

    /** What the caller must send as {@code identifier} and {@code secret}. */
    public static final String IDENTIFIER = "demo-portal-identifier";

    public static final String SECRET = "demo-portal-secret";

    private final WhmcsApi api;
    private final Faults faults = new Faults();
    private final LoopbackServer server;

    private SimulatedWhmcs(int port, DemoCustomers customers) {
        this.api = new WhmcsApi(customers);
        this.server =
                LoopbackServer.start(port, new FaultyHandler(faults, new BlockingHandler(api)));
    }

    /**
     * @param port on 127.0.0.1, 0 for a free one
     */
    public static SimulatedWhmcs start(int port, DemoCustomers customers) {
        return new SimulatedWhmcs(port, customers);
    }

    /** Where WHMCS is, for example {@code http://127.0.0.1:8070}. */
    public URI origin() {
        return server.origin();
    }

    /** The address of the API itself. */
    public URI apiUrl() {
        return origin().resolve("/includes/api.php");
    }

    public Faults faults() {
        return faults;
    }

    /** Ids as text ({@code "109"}) instead of numbers: WHMCS does both. */
    public void idsAsText(boolean on) {
        api.idsAsText(on);
    }

    @Override
    public void close() {
        server.close();
    }
}
