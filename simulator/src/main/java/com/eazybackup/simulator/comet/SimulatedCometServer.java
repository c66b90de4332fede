package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.CometAccess;
import com.eazybackup.simulator.control.ControlDesk;
import com.eazybackup.simulator.fleet.Acts;
import com.eazybackup.simulator.fleet.Clockwork;
import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetEvent;
import com.eazybackup.simulator.http.CallLog;
import com.eazybackup.simulator.http.Faults;
import com.eazybackup.simulator.http.FaultyHandler;
import com.eazybackup.simulator.http.LoopbackServer;
import com.eazybackup.simulator.protocol.ProtocolCheck;
import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.PathHandler;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * A Comet Server on 127.0.0.1: Admin API and event stream over one {@link Fleet}.
 *
 * <p>{@link #acts()} makes things happen, {@link #switches()} and {@link #faults()} decide how the
 * server behaves about them, {@link #stream()} breaks connections. Programs outside this JVM use
 * {@code POST /_control/<act>}, people the page at {@code /_control/} ({@link ControlDesk}).
 */
public final class SimulatedCometServer implements AutoCloseable {

    private static final int GOING_AWAY = 1001;

    /** The password of every account that nobody gave another. */
    public static final String USER_PASSWORD = UserPasswords.INITIAL;

    private final Fleet fleet;
    private final Switches switches;
    private final Faults faults = new Faults();
    private final CallLog callLog = new CallLog(Clock.systemUTC());
    private final SignIns signIns;
    private final Clockwork clockwork;
    private final MetaCalls meta;
    private final EventStream stream;
    private final ProtocolCheck protocol = new ProtocolCheck();
    private final Families families;
    private final LoopbackServer server;

    private SimulatedCometServer(int port, Fleet fleet, Switches switches) {
        this.fleet = fleet;
        this.switches = switches;
        this.clockwork = new Clockwork(fleet);
        this.signIns = new SignIns(fleet, switches);
        this.meta = new MetaCalls(fleet, switches);
        this.stream = new EventStream(signIns.admin(), switches, meta::version, fleet);
        this.families =
                new Families(
                        fleet,
                        switches,
                        signIns,
                        protocol,
                        meta,
                        new SignInNews(fleet, switches, stream::accept));
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

    /**
     * So many backups, made ready to be told at any pace.
     *
     * @param first the number of the first of them
     * @param atOnce how many of them run at a time
     */
    public Flood flood(long first, int pairs, int atOnce) {
        return Flood.of(fleet, stream, first, pairs, atOnce);
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

    /** The last requests of the API. */
    public CallLog callLog() {
        return callLog;
    }

    /** Until it is started nothing happens but what devices are ordered to do. */
    public Clockwork clockwork() {
        return clockwork;
    }

    /** How many Admin API requests arrived. */
    public long requests() {
        return families.byPrefix().get(Api.ADMIN).served();
    }

    /** What was asked and answered, held against the tables of the protocol. */
    public ProtocolCheck protocol() {
        return protocol;
    }

    /** Session keys given out so far are worth nothing any more. */
    public void forgetSessions() {
        signIns.sessions().forgetAll();
    }

    /**
     * From now on the administrator's password alone is refused.
     *
     * @return the secret of the one-time codes, in base 32
     */
    public String requireTotp() {
        return signIns.admin().codes().renew(Fleet.ADMIN).base32();
    }

    /**
     * The one-time code of now.
     *
     * @param username {@link Fleet#ADMIN} or an account
     * @return nothing when they have no secret
     */
    public Optional<String> oneTimeCode(String username) {
        OneTimeCodes codes =
                username.equals(Fleet.ADMIN) ? signIns.admin().codes() : signIns.userCodes();
        return codes.of(username).map(totp -> totp.code(fleet.now()));
    }

    /** As after an update: the shutdown is told, streams and sessions end, the start is another. */
    public void restart() {
        tellServer(EventKind.SERVER_SHUTDOWN);
        stream.closeAll(GOING_AWAY, "shutdown");
        forgetSessions();
        meta.restarted();
        tellServer(EventKind.SERVER_STARTED);
    }

    @Override
    public void close() {
        clockwork.close();
        stream.killAll();
        server.close();
    }

    private HttpHandler paths() {
        PathHandler paths = Handlers.path();
        families.byPrefix().forEach((prefix, api) -> paths.addPrefixPath(prefix, open(api)));
        // What is to hit the stream, too, has to name its path.
        paths.addExactPath(
                EventStream.PATH,
                new FaultyHandler(
                        faults, fault -> !fault.path().isEmpty(), Handlers.websocket(stream)));
        paths.addPrefixPath(ControlDesk.PATH, new BlockingHandler(new ControlDesk(this)));
        return paths;
    }

    private void tellServer(EventKind kind) {
        stream.accept(new FleetEvent(kind, "", "", fleet.now(), Optional.empty()));
    }

    private HttpHandler open(Api api) {
        return callLog.before(new FaultyHandler(faults, new BlockingHandler(api)));
    }
}
