package com.eazybackup.simulator.openid;

import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.openid.OpenIdSwitches.Proof;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** Gives tokens for a code, once, to the client that it was made for. */
final class TokenEndpoint implements HttpHandler {

    private final Ledger ledger;
    private final Claims claims;
    private final TokenMint mint;
    private final OpenIdSwitches switches;

    TokenEndpoint(Ledger ledger, Claims claims, TokenMint mint, OpenIdSwitches switches) {
        this.ledger = ledger;
        this.claims = claims;
        this.mint = mint;
        this.switches = switches;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        byte[] body = exchange.getInputStream().readAllBytes();
        Form form = Form.parse(new String(body, StandardCharsets.UTF_8));
        if (switches.lie == Lie.REDIRECTS) {
            exchange.setStatusCode(StatusCodes.TEMPORARY_REDIRECT);
            exchange.getResponseHeaders().put(Headers.LOCATION, "http://127.0.0.1:9/token");
            return;
        }
        Optional<Registration> client = client(exchange, form);
        if (client.isEmpty()) {
            error(exchange, StatusCodes.UNAUTHORIZED, "invalid_client");
            return;
        }
        Optional<Grant> grant =
                ledger.granted(form.text("code"))
                        .filter(found -> honoured(found, client.get(), form));
        if (grant.isEmpty()) {
            error(exchange, StatusCodes.BAD_REQUEST, "invalid_grant");
            return;
        }
        String access = ledger.accessToken(grant.get());
        ObjectNode answer =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", access)
                        .put("token_type", "Bearer")
                        .put("expires_in", 3600);
        if (switches.lie != Lie.NO_ID_TOKEN) {
            answer.put(
                    "id_token",
                    mint.sign("JWT", claims.idToken(grant.get(), access), client.get().secret()));
        }
        OpenIdProvider.json(exchange, StatusCodes.OK, answer);
    }

    private boolean honoured(Grant grant, Registration client, Form form) {
        if (switches.lie == Lie.CODES_FOR_ALL) {
            return true;
        }
        return ledger.use(form.text("code"))
                && grant.client().equals(client.id())
                && grant.redirect().equals(form.text("redirect_uri"))
                && form.text("grant_type").equals("authorization_code")
                && (grant.challenge().isEmpty()
                        || grant.challenge().equals(challenge(form.text("code_verifier"))));
    }

    private Optional<Registration> client(HttpServerExchange exchange, Form form) {
        String header = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        if (header != null && header.startsWith("Basic ") && switches.clientProof != Proof.POST) {
            String[] parts =
                    new String(
                                    Base64.getDecoder().decode(header.substring(6)),
                                    StandardCharsets.UTF_8)
                            .split(":", 2);
            return registered(decoded(parts[0]), decoded(parts[1]));
        }
        return switches.clientProof == Proof.BASIC
                ? Optional.empty()
                : registered(form.text("client_id"), form.text("client_secret"));
    }

    private Optional<Registration> registered(String id, String secret) {
        return ledger.client(id).filter(client -> client.secret().equals(secret));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String challenge(String verifier) {
        try {
            return SigningKeys.text(
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void error(HttpServerExchange exchange, int status, String code)
            throws IOException {
        OpenIdProvider.json(
                exchange,
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("error", code)
                        .put("error_description", "<b>" + code + "</b> for the curious"));
    }
}
