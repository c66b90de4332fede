package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.http.Faults;
import com.eazybackup.simulator.http.FaultyHandler;
import com.eazybackup.simulator.http.LoopbackServer;
import com.eazybackup.simulator.openid.OpenIdProvider;
import com.eazybackup.simulator.openid.OpenIdSwitches;
import com.eazybackup.simulator.switches.SwitchBoard;
import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.BlockingHandler;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * WHMCS's external API ({@code POST /includes/api.php}) on WHMCS's tables, with the page where
 * sign-on tokens are shown, an OpenID provider below {@code /oauth}, and {@code /_control/} for
 * whoever steers it from outside.
 *
 * <p>What is asked changes the tables as WHMCS would change them; e-mails are kept, not sent. An
 * action that it does not have is refused as WHMCS refuses it. Making and filling the tables is
 * {@link WhmcsTables}' business. Without tables it knows DecryptPassword, ValidateLogin and
 * GetUsers of the people that it was given.
 */
public final class SimulatedWhmcs implements AutoCloseable {

    /** What the caller must send as {@code identifier} and {@code secret}. */
    public static final String IDENTIFIER = "demo-portal-identifier";

    public static final String SECRET = "demo-portal-secret";

    private final WhmcsSwitches switches = new WhmcsSwitches();
    private final OpenIdSwitches openIdSwitches = new OpenIdSwitches();
    private final WhmcsProtocolCheck protocol = new WhmcsProtocolCheck();
    private final Mailbox mailbox = new Mailbox();
    private final Faults faults = new Faults();
    private final SignOnTokens tokens;
    private final LoopbackServer server;
    private final OpenIdProvider openId;
    private volatile HttpHandler oauth = exchange -> exchange.setStatusCode(503);
    private volatile Consumer<NewAccount> module = account -> {};

    private SimulatedWhmcs(int port, DemoCustomers customers, WhmcsDatabase tables, Clock clock) {
        tokens = new SignOnTokens(clock);
        WhmcsApi api = new WhmcsApi(switches, protocol);
        api.add(new PeopleActions(customers, switches).all());
        if (tables != null) {
            api.add(new UserActions(customers, tables).all());
            api.add(new SignOnActions(tables, switches, tokens).all());
            api.add(new ClientActions(tables, mailbox, clock).all());
            api.add(
                    new OrderActions(tables, switches, mailbox, clock, made -> module.accept(made))
                            .all());
            api.add(new ServiceActions(tables, switches).all());
            api.add(new MailActions(tables, switches, mailbox).all());
            api.add(new TicketActions(tables, clock).all());
            api.add(new BillingActions(tables).all());
        }
        server =
                LoopbackServer.start(
                        port,
                        Handlers.path()
                                .addPrefixPath(
                                        "/_control",
                                        new BlockingHandler(
                                                new WhmcsControl(
                                                        new SwitchBoard(switches, openIdSwitches),
                                                        faults,
                                                        mailbox,
                                                        protocol,
                                                        this::openId)))
                                .addExactPath(
                                        "/includes/api.php",
                                        new FaultyHandler(faults, new BlockingHandler(api)))
                                .addPrefixPath(
                                        "/oauth",
                                        new FaultyHandler(
                                                faults,
                                                new BlockingHandler(
                                                        exchange -> oauth.handleRequest(exchange))))
                                .addExactPath(SignOnTokens.PATH, tokens));
        tokens.at(server.origin());
        openId = new OpenIdProvider(issuer(), customers, openIdSwitches, clock);
        oauth = openId.handler();
    }

    /**
     * @param port on 127.0.0.1, 0 for a free one
     */
    public static SimulatedWhmcs start(int port, DemoCustomers customers) {
        return new SimulatedWhmcs(port, customers, null, Clock.systemUTC());
    }

    /**
     * @param port on 127.0.0.1, 0 for a free one
     * @param tables where the filled tables are
     */
    public static SimulatedWhmcs start(
            int port, DemoCustomers customers, ConnectionSource tables, Clock clock) {
        return new SimulatedWhmcs(port, customers, new WhmcsDatabase(tables), clock);
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

    public WhmcsSwitches switches() {
        return switches;
    }

    /** By another name than the portal's, so that to a browser it is another site. */
    private URI issuer() {
        return URI.create("http://localhost:" + server.origin().getPort());
    }

    /** The same WHMCS as an OpenID provider, below {@code /oauth}. */
    public OpenIdProvider openId() {
        return openId;
    }

    /** Holds every request against the documentation. */
    public WhmcsProtocolCheck protocol() {
        return protocol;
    }

    /** E-mails that would have left, oldest first. */
    public List<SentMail> sentMail() {
        return mailbox.sent();
    }

    /** Does what WHMCS's module does when a service is set up; at first nothing. */
    public void whenSetUp(Consumer<NewAccount> act) {
        module = act;
    }

    @Override
    public void close() {
        server.close();
    }
}
