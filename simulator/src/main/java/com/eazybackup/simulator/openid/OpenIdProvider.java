package com.eazybackup.simulator.openid;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.DemoCustomers.Person;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /oauth/…} of a simulated WHMCS: discovery, sign-in page, tokens, userinfo, keys, the end
 * of a session, and logout tokens that it posts to its clients. Its people are WHMCS's users; those
 * with a second factor give it here.
 */
public final class OpenIdProvider {

    /** Where WHMCS has its discovery document. */
    public static final String DISCOVERY = "/oauth/openid-configuration.php";

    private final OpenIdSwitches switches;
    private final SigningKeys keys = new SigningKeys();
    private final Ledger ledger = new Ledger();
    private final DemoCustomers customers;
    private final Claims claims;
    private final TokenMint mint;
    private final AuthorizePage page;
    private final Discovery discovery;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI origin;

    /**
     * @param origin of the server that the handler is put on, and the issuer
     */
    public OpenIdProvider(
            URI origin, DemoCustomers customers, OpenIdSwitches switches, Clock clock) {
        this.origin = origin;
        this.switches = switches;
        this.customers = customers;
        this.claims = new Claims(switches, clock, origin.toString());
        this.mint = new TokenMint(keys, switches);
        this.page = new AuthorizePage(ledger, customers, switches, origin.toString());
        this.discovery = new Discovery(switches, origin.toString());
    }

    /** What answers below {@code /oauth}; wants to be called on a thread that may block. */
    public HttpHandler handler() {
        return Handlers.path()
                .addExactPath(
                        "/openid-configuration.php",
                        exchange -> json(exchange, StatusCodes.OK, discovery.document()))
                .addExactPath(
                        "/certs.php", exchange -> json(exchange, StatusCodes.OK, keys.published()))
                .addExactPath("/authorize.php", page)
                .addExactPath("/token.php", new TokenEndpoint(ledger, claims, mint, switches))
                .addExactPath("/userinfo.php", this::userInfo)
                .addExactPath("/end-session.php", this::endSession);
    }

    public OpenIdSwitches switches() {
        return switches;
    }

    public void register(Registration registration) {
        ledger.register(registration);
    }

    /** New keys are published and used, the old ones are gone. */
    public void rotateKeys() {
        keys.rotate();
    }

    /**
     * What the browser of somebody who has signed in and consented is sent to.
     *
     * @param authorize the address that the client sent the browser to
     */
    public URI approve(URI authorize, String email) {
        Form asked = Form.parse(authorize.getRawQuery());
        String cookie = ledger.open(customers.person(email).orElseThrow());
        return URI.create(page.wayBack(asked, ledger.visit(cookie).orElseThrow()));
    }

    /**
     * The same of somebody for whom the provider vouches with another address.
     *
     * @param told the address that tokens will name
     */
    public URI approve(URI authorize, String told, String email) {
        Person real = customers.person(email).orElseThrow();
        Person other =
                new Person(
                        real.userId(),
                        told,
                        real.password(),
                        real.firstName(),
                        real.lastName(),
                        real.owns(),
                        real.clients());
        String cookie = ledger.open(other);
        return URI.create(
                page.wayBack(
                        Form.parse(authorize.getRawQuery()), ledger.visit(cookie).orElseThrow()));
    }

    /**
     * A logout token, for whoever wants to post it.
     *
     * @param session the {@code sid} to name
     */
    public String logoutToken(String client, String email, String session) {
        return mint.sign(
                "logout+jwt",
                claims.logout(client, customers.person(email).orElseThrow(), session),
                ledger.client(client).map(Registration::secret).orElse(""));
    }

    /** An ID token as somebody might post it where a logout token belongs. */
    public String idToken(String client, String email) {
        Grant grant =
                new Grant(client, "", "n", "", customers.person(email).orElseThrow(), "session");
        return mint.sign("JWT", claims.idToken(grant, "access"), "");
    }

    /**
     * Ends somebody's sessions here and tells every client that took part.
     *
     * @return the HTTP status that each of them answered with
     */
    public List<Integer> endSessionsOf(String email) throws IOException, InterruptedException {
        List<Integer> answers = new ArrayList<>();
        for (Ledger.Visit visit : ledger.closeAll(email)) {
            answers.addAll(tell(visit));
        }
        return answers;
    }

    /** Whether somebody has a session here. */
    public boolean knowsBrowserOf(String email) {
        return ledger.hasVisitOf(email);
    }

    private List<Integer> tell(Ledger.Visit visit) throws IOException, InterruptedException {
        List<Integer> answers = new ArrayList<>();
        for (String client : visit.clients()) {
            Optional<URI> address = ledger.client(client).flatMap(Registration::backChannel);
            if (address.isPresent() && switches.backChannelOffered) {
                answers.add(
                        post(
                                address.get(),
                                logoutToken(client, visit.person().email(), visit.id())));
            }
        }
        return answers;
    }

    private int post(URI address, String token) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(15))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "logout_token="
                                                + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                        .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private void userInfo(HttpServerExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        Optional<Grant> grant =
                Optional.ofNullable(header)
                        .filter(value -> value.startsWith("Bearer "))
                        .flatMap(value -> ledger.ofAccessToken(value.substring(7)));
        if (grant.isEmpty()) {
            exchange.setStatusCode(StatusCodes.UNAUTHORIZED);
            return;
        }
        json(exchange, StatusCodes.OK, claims.userInfo(grant.get().person()));
    }

    /** Ends the browser's session; a client that is told of it this way is not told again. */
    private void endSession(HttpServerExchange exchange) throws IOException {
        Form asked = Form.parse(exchange.getQueryString());
        ledger.close(AuthorizePage.cookie(exchange));
        Optional<URI> back =
                ledger.client(asked.text("client_id"))
                        .flatMap(Registration::afterSignOut)
                        .filter(
                                address ->
                                        address.toString()
                                                .equals(asked.text("post_logout_redirect_uri")))
                        .filter(address -> !asked.text("id_token_hint").isEmpty());
        if (back.isPresent()) {
            exchange.setStatusCode(StatusCodes.FOUND);
            exchange.getResponseHeaders().put(Headers.LOCATION, back.get().toString());
        } else {
            AuthorizePage.page(exchange, StatusCodes.OK, "<p id=\"gone\">You are signed out.</p>");
        }
    }

    static void json(HttpServerExchange exchange, int status, ObjectNode body) throws IOException {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        exchange.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The provider's issuer. */
    public URI issuer() {
        return origin;
    }
}
