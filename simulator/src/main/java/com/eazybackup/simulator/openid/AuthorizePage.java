package com.eazybackup.simulator.openid;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.DemoCustomers.Person;
import com.eazybackup.simulator.http.Form;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The authorization endpoint: a plain page where people sign in, and the way back to the client.
 * Whoever is signed in here goes back at once.
 */
final class AuthorizePage implements HttpHandler {

    static final String COOKIE = "OPENIDSIM";

    private final Ledger ledger;
    private final DemoCustomers customers;
    private final OpenIdSwitches switches;
    private final String issuer;

    AuthorizePage(Ledger ledger, DemoCustomers customers, OpenIdSwitches switches, String issuer) {
        this.ledger = ledger;
        this.customers = customers;
        this.switches = switches;
        this.issuer = issuer;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Form asked = Form.parse(exchange.getQueryString());
        Optional<String> wrong = wrong(asked);
        if (wrong.isPresent()) {
            // To whom an answer might go is not known: it stays here.
            page(exchange, StatusCodes.BAD_REQUEST, "<p>" + wrong.get() + "</p>");
            return;
        }
        if (!exchange.getRequestMethod().equals(Methods.POST)) {
            Optional<Ledger.Visit> visit = ledger.visit(cookie(exchange));
            if (visit.isPresent() && !asked.text("prompt").equals("login")) {
                sendBack(exchange, asked, visit.get());
            } else {
                form(exchange, StatusCodes.OK, "");
            }
            return;
        }
        byte[] body = exchange.getInputStream().readAllBytes();
        Form typed = Form.parse(new String(body, StandardCharsets.UTF_8));
        if (typed.text("act").equals("cancel")) {
            redirect(
                    exchange,
                    asked.text("redirect_uri")
                            + "?error=access_denied&error_description=%3Cb%3ENo%3C%2Fb%3E&state="
                            + encoded(asked.text("state")));
            return;
        }
        Optional<Person> person = person(typed);
        if (person.isEmpty()) {
            form(exchange, StatusCodes.OK, "<p id=\"wrong\">That is not right.</p>");
            return;
        }
        String opened = ledger.open(person.get());
        exchange.setResponseCookie(
                new CookieImpl(COOKIE, opened).setPath("/oauth").setHttpOnly(true));
        sendBack(exchange, asked, ledger.visit(opened).orElseThrow());
    }

    private Optional<String> wrong(Form asked) {
        Optional<Registration> client = ledger.client(asked.text("client_id"));
        if (client.isEmpty()) {
            return Optional.of("No such client.");
        }
        if (!client.get().redirects().contains(URI.create(asked.text("redirect_uri")))) {
            return Optional.of("Not an address of that client.");
        }
        boolean good =
                asked.text("response_type").equals("code")
                        && asked.text("scope").matches("(.* )?openid( .*)?")
                        && !asked.text("state").isEmpty();
        return good ? Optional.empty() : Optional.of("Not a request for a code with a state.");
    }

    private Optional<Person> person(Form typed) {
        return customers
                .person(typed.text("email"))
                .filter(person -> person.password().equals(typed.text("password")))
                .filter(
                        person ->
                                !DemoCustomers.hasSecondFactor(person.email())
                                        || typed.text("code")
                                                .equals(DemoCustomers.SECOND_FACTOR_CODE));
    }

    /** The way back of somebody who is signed in. */
    String wayBack(Form asked, Ledger.Visit visit) {
        visit.clients().add(asked.text("client_id"));
        String code =
                ledger.code(
                        new Grant(
                                asked.text("client_id"),
                                asked.text("redirect_uri"),
                                asked.text("nonce"),
                                asked.text("code_challenge"),
                                visit.person(),
                                visit.id()));
        String state = switches.lie == Lie.WRONG_STATE ? "another" : asked.text("state");
        String answer =
                asked.text("redirect_uri") + "?code=" + encoded(code) + "&state=" + encoded(state);
        if (!switches.issuerInAnswer) {
            return answer;
        }
        boolean foreign = switches.lie == Lie.FOREIGN_ANSWER;
        return answer + "&iss=" + encoded(foreign ? "https://elsewhere.example" : issuer);
    }

    private void sendBack(HttpServerExchange exchange, Form asked, Ledger.Visit visit) {
        redirect(exchange, wayBack(asked, visit));
    }

    static String cookie(HttpServerExchange exchange) {
        Cookie cookie = exchange.getRequestCookie(COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    private static void redirect(HttpServerExchange exchange, String to) {
        exchange.setStatusCode(StatusCodes.FOUND);
        exchange.getResponseHeaders().put(Headers.LOCATION, to);
    }

    private static void form(HttpServerExchange exchange, int status, String note)
            throws IOException {
        page(
                exchange,
                status,
                note
                        + "<form method=\"post\">"
                        + "<p><label>E-mail <input name=\"email\" id=\"op-email\"></label></p>"
                        + "<p><label>Password <input name=\"password\" id=\"op-password\" type=\"password\"></label></p>"
                        + "<p><label>Code, for those who have a second factor <input name=\"code\" id=\"op-code\"></label></p>"
                        + "<p><button id=\"op-enter\">Sign in</button>"
                        + " <button id=\"op-cancel\" name=\"act\" value=\"cancel\">Cancel</button></p>"
                        + "</form>");
    }

    static void page(HttpServerExchange exchange, int status, String content) throws IOException {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=utf-8");
        String page =
                "<!doctype html><html lang=\"en\"><head><title>Simulated WHMCS</title>"
                        + "<link rel=\"icon\" href=\"data:,\"></head>"
                        + "<body><main><h1>Simulated WHMCS</h1>"
                        + content
                        + "</main></body></html>";
        exchange.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
