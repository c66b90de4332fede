package com.eazybackup.ingest;

import com.eazybackup.comet.AddressGate;
import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometCredentials;
import com.eazybackup.comet.CometHealth;
import com.eazybackup.comet.CometServerAddress;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.stream.StreamTarget;
import com.eazybackup.comet.stream.TargetSource;
import com.eazybackup.platform.CometProfileSettings;
import com.eazybackup.whmcs.CometServer;
import com.eazybackup.whmcs.WhmcsException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where a profile's Comet Server is and how to sign in: its server group in WHMCS, else the
 * environment. What WHMCS said last is used while WHMCS cannot be asked. The live stream's own
 * address and credentials in the environment go first for the stream.
 */
final class ServerLookup implements TargetSource {

    /** Address and credentials together. */
    private record Access(CometServerAddress address, CometCredentials credentials) {}

    private final CometProfileSettings settings;
    private final Function<ProfileName, Optional<CometServer>> whmcs;
    private final AddressGate gate;
    private Access last;
    private Access clientFor;
    private CometClient client;

    /**
     * @param whmcs asks WHMCS; may throw {@link WhmcsException}
     * @param gate for addresses that are WHMCS's word; the environment's are the operator's own
     */
    ServerLookup(
            CometProfileSettings settings,
            Function<ProfileName, Optional<CometServer>> whmcs,
            AddressGate gate) {
        this.settings = settings;
        this.whmcs = whmcs;
        this.gate = gate;
    }

    @Override
    public void pass(URI address) throws IOException {
        boolean operators =
                Stream.of(settings.stream(), settings.origin())
                        .flatMap(Optional::stream)
                        .anyMatch(own -> own.getHost().equalsIgnoreCase(address.getHost()));
        if (!operators) {
            gate.pass(address);
        }
    }

    @Override
    public synchronized StreamTarget target() throws NoTarget {
        Access access = fresh();
        return new StreamTarget(
                settings.stream().orElseGet(access.address()::stream),
                settings.origin().map(Object::toString).orElse(access.address().toString()),
                environmentCredentials().orElse(access.credentials()),
                settings.allowList());
    }

    /**
     * @return the Admin API; the same object until address or credentials change
     */
    synchronized CometClient client() throws NoTarget {
        Access access = last == null ? fresh() : last;
        if (!access.equals(clientFor)) {
            client = new CometClient(access.address(), access.credentials(), this::pass);
            clientFor = access;
        }
        return client;
    }

    /**
     * @return how the calls of the Admin API have gone; empty before there was a client for them
     */
    synchronized Optional<CometHealth> health() {
        return Optional.ofNullable(client).map(CometClient::health);
    }

    /** What is known is not accepted: ask anew next time. */
    synchronized void forget() {
        last = null;
    }

    private Access fresh() throws NoTarget {
        try {
            Optional<Access> told =
                    whmcs.apply(new ProfileName(settings.name())).map(ServerLookup::access);
            last = told.or(this::environment).orElseThrow(this::nowhere);
        } catch (WhmcsException | PersistenceException e) {
            if (last == null) {
                last =
                        environment()
                                .orElseThrow(
                                        () ->
                                                new NoTarget(
                                                        "WHMCS cannot say where "
                                                                + settings.name()
                                                                + " is: "
                                                                + e.getMessage(),
                                                        e));
            }
        }
        return last;
    }

    private static Access access(CometServer server) {
        return new Access(
                new CometServerAddress(server.origin()),
                CometCredentials.password(server.username(), server.password()));
    }

    private Optional<Access> environment() {
        Optional<CometServerAddress> address =
                settings.origin()
                        .map(CometServerAddress::new)
                        .or(() -> settings.stream().map(CometServerAddress::ofStream));
        return address.flatMap(
                known -> environmentCredentials().map(signIn -> new Access(known, signIn)));
    }

    private Optional<CometCredentials> environmentCredentials() {
        boolean usable = settings.password().isPresent() || settings.sessionKey().isPresent();
        return settings.username()
                .filter(name -> usable)
                .map(
                        name ->
                                new CometCredentials(
                                        name,
                                        settings.authType(),
                                        settings.password().orElse(""),
                                        settings.sessionKey().orElse(""),
                                        settings.totp().orElse("")));
    }

    private NoTarget nowhere() {
        return new NoTarget(
                "WHMCS has no server group \""
                        + settings.name()
                        + "\" with a server, and the environment has no address and credentials",
                null);
    }
}
