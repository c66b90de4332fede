package com.eazybackup.comet;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The API of one Comet Server, for one administrator. Thread-safe; keep one per server: how the
 * server has answered lately is remembered here.
 *
 * <p>The calls are methods of interfaces, one for each area: {@code
 * client.calls(UserCalls.class).profile(user)}. Each has a limit of time by its {@link CallKind},
 * and none is repeated that could do harm. Trouble of any kind is a {@link CometException}, whose
 * kind says what to make of it. A server that does not answer is left alone for a moment, and so
 * are credentials that it does not accept. Nothing here logs.
 *
 * <p>Limits: a call that signs in with a password makes Comet emit an event about that on the live
 * stream.
 */
public final class CometClient {

    private final CometServerAddress server;
    private final CometPolicy policy;
    private final CometTransport transport;
    private final SignIn signIn;
    private final Clock clock;
    private final Map<Class<?>, Object> calls = new ConcurrentHashMap<>();

    public CometClient(CometServerAddress server, CometCredentials credentials) {
        this(server, credentials, AddressGate.OPEN);
    }

    /**
     * @param gate asked before each request
     */
    public CometClient(CometServerAddress server, CometCredentials credentials, AddressGate gate) {
        this(server, credentials, gate, CometLimits.standard(), Clock.systemUTC());
    }

    /**
     * @param clock for one-time codes
     */
    public CometClient(
            CometServerAddress server,
            CometCredentials credentials,
            CometLimits limits,
            Clock clock) {
        this(server, credentials, AddressGate.OPEN, limits, clock);
    }

    private CometClient(
            CometServerAddress server,
            CometCredentials credentials,
            AddressGate gate,
            CometLimits limits,
            Clock clock) {
        this.server = server;
        this.clock = clock;
        this.policy = new CometPolicy(server.toString(), limits);
        this.transport = new CometTransport(server, gate, policy);
        this.signIn = new SignIn(credentials, transport, clock);
    }

    /**
     * @param type an interface with {@link CallsOf}
     * @return its methods, working; the same object each time
     */
    public <T> T calls(Class<T> type) {
        return type.cast(
                calls.computeIfAbsent(
                        type, wanted -> CallProxy.of(wanted, transport, signIn, policy)));
    }

    /**
     * The calls of a user, in a session that an administrator has begun for that user.
     *
     * @param sessionKey of the session; nothing here ends it
     */
    public <T> T callsAs(CometUsername user, String sessionKey, Class<T> type) {
        SignIn asUser =
                new SignIn(CometCredentials.session(user.value(), sessionKey), transport, clock);
        return CallProxy.of(type, transport, asUser, policy);
    }

    public CometServerAddress server() {
        return server;
    }

    /**
     * @return how the calls have gone lately
     */
    public CometHealth health() {
        return policy.health();
    }

    @Override
    public String toString() {
        return "CometClient[" + server + "]";
    }
}
