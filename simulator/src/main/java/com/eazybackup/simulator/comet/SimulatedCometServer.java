package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.CometAccess;
import com.eazybackup.simulator.fleet.Acts;
import com.eazybackup.simulator.fleet.Clockwork;
import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetEvent;
import com.eazybackup.simulator.http.Faults;
import com.eazybackup.simulator.http.FaultyHandler;
import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.http.LoopbackServer;
import com.eazybackup.simulator.protocol.ProtocolCheck;
import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.util.Methods;
import java.net.URI;
import java.util.Optional;

/**
 * A Comet Server on 127.0.0.1: Admin API and event stream over one {@link Fleet}.
 *
 * <p>{@link #acts()} makes things happen, {@link #switches()} and {@link #faults()} decide how the
 * server behaves about them, {@link #stream()} breaks connections. Programs outside this JVM use
 * {@code POST /_control/<act>} ({@link ControlCalls}).
 */
public final class SimulatedCometServer implements AutoCloseable {

    private final Fleet fleet;
    private final Switches switches;
    private final Faults faults = new Faults();
    private final Credentials credentials = new Credentials();
    private final Clockwork clockwork;
    private final EventStream stream;
    private final ProtocolCheck protocol = new ProtocolCheck();
    private final Api admin;
    private final LoopbackServer server;

    private SimulatedCometServer(int port, Fleet fleet, Switches switches) {
        this.fleet = fleet;
        this.switches = switches;
        this.clockwork = new Clockwork(fleet);
        MetaCalls meta = new MetaCalls(fleet, switches);
        this.stream = new EventStream(credentials, switches, meta::version, fleet);
        Calls calls = new Calls();
        meta.register(calls);
        new SessionCalls(credentials).register(calls);
        new UserCalls(fleet, switches).register(calls);
        new JobCalls(fleet, switches).register(calls);
        new DispatcherCalls(fleet).register(calls);
        this.admin = new Api(Methods.POST, calls, this::adminSignsIn, switches, protocol);
        fleet.listen(stream::accept);
        this.server = LoopbackServer.start(port, paths());
    }

    /**
     * @param port on 127.0.0.1, 0 for a free one
     */
    public static SimulatedCometServer start(int port, Fleet fleet, Switches switches) {
        return new SimulatedCometServer(port, fleet, switches);
    }

    /** Scheme, host and port, without a path. */
    public URI origin() {
        return server.origin();
    }

    /** How an administrator signs in here. */
    public CometAccess access() {
        return new CometAccess(origin(), Fleet.ADMIN, Credentials.PASSWORD);
    }

    public Fleet fleet() {
        return fleet;
    }

    public Acts acts() {
        return fleet.acts();
    }

    public EventStream stream() {
        return stream;
    }

    public Switches switches() {
        return switches;
    }

    public Faults faults() {
        return faults;
    }

    /** Stands still until it is started. */
    public Clockwork clockwork() {
        return clockwork;
    }

    /** How many Admin API requests arrived. */
    public long requests() {
        return admin.served();
    }

    /** What was asked and answered, held against the tables of the protocol. */
    public ProtocolCheck protocol() {
        return protocol;
    }

    /** Session keys given out so far are worth nothing any more. */
    public void forgetSessions() {
        credentials.forgetSessions();
    }

    @Override
    public void close() {
        clockwork.close();
        stream.killAll();
        server.close();
    }

    private HttpHandler paths() {
        PathHandler paths = Handlers.path();
        paths.addPrefixPath(Api.ADMIN, new FaultyHandler(faults, new BlockingHandler(admin)));
        paths.addExactPath(EventStream.PATH, Handlers.websocket(stream));
        paths.addPrefixPath("/_control/", new BlockingHandler(new ControlCalls(this)));
        return paths;
    }

    private void adminSignsIn(Form form, String path) {
        String authType = form.text("AuthType");
        if (!credentials.accepts(
                form.text("Username"), authType, form.text("Password"), form.text("SessionKey"))) {
            throw new CallRefused(403, "Permission denied");
        }
        if (authType.equals("Password") && switches.streamsAdminLogins) {
            stream.accept(
                    new FleetEvent(
                            EventKind.ACCOUNT_ADMIN_LOGIN,
                            Fleet.ADMIN,
                            path,
                            fleet.now(),
                            Optional.empty()));
        }
    }
}
