package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.http.Fault;
import com.eazybackup.simulator.http.Faults;
import com.eazybackup.simulator.openid.OpenIdProvider;
import com.eazybackup.simulator.switches.SwitchBoard;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * {@code POST /_control/<act>} with a JSON object, for whoever is outside this JVM.
 *
 * <p>Acts: switch {name, value}; fault {kind, value?, path?, every?, times?} of {@link Fault.Kind};
 * heal {} ends all of these; rotate-keys {} and end-sessions {email} are the OpenID provider's;
 * state {} gives {switches, faults, mails, complaints}. Only JSON bodies are taken, and only by the
 * name of this machine, so that no page in a browser can post here unasked.
 */
final class WhmcsControl implements HttpHandler {

    private final ObjectMapper mapper = new ObjectMapper();
    private final SwitchBoard switches;
    private final Supplier<OpenIdProvider> openId;
    private final Faults faults;
    private final Mailbox mailbox;
    private final WhmcsProtocolCheck protocol;

    WhmcsControl(
            SwitchBoard switches,
            Faults faults,
            Mailbox mailbox,
            WhmcsProtocolCheck protocol,
            Supplier<OpenIdProvider> openId) {
        this.switches = switches;
        this.openId = openId;
        this.faults = faults;
        this.mailbox = mailbox;
        this.protocol = protocol;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (!exchange.getRequestMethod().equals(Methods.POST)
                || type == null
                || !type.startsWith("application/json")
                || !exchange.getHostName().matches("127\\.0\\.0\\.1|localhost")) {
            exchange.setStatusCode(415);
            return;
        }
        ObjectNode answer = Reply.object();
        try {
            JsonNode body = mapper.readTree(exchange.getInputStream());
            act(exchange.getRelativePath().replace("/", ""), body, answer);
        } catch (IllegalArgumentException e) {
            exchange.setStatusCode(400);
            answer.put("error", e.getMessage());
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getOutputStream().write(mapper.writeValueAsBytes(answer));
    }

    private void act(String act, JsonNode body, ObjectNode answer) throws IOException {
        switch (act) {
            case "switch" ->
                    switches.named(body.path("name").asText()).set(body.path("value").asText());
            case "fault" -> faults.add(fault(body));
            case "heal" -> {
                faults.clear();
                switches.reset();
            }
            case "rotate-keys" -> openId.get().rotateKeys();
            case "end-sessions" -> endSessions(body.path("email").asText(), answer);
            case "state" -> state(answer);
            default -> throw new IllegalArgumentException("No act " + act);
        }
    }

    private void endSessions(String email, ObjectNode answer) throws IOException {
        ArrayNode statuses = answer.putArray("answers");
        try {
            openId.get().endSessionsOf(email).forEach(statuses::add);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Fault fault(JsonNode body) {
        Fault.Kind kind = Fault.Kind.valueOf(body.path("kind").asText().toUpperCase(Locale.ROOT));
        return Fault.always(kind)
                .onPath(body.path("path").asText())
                .value(body.path("value").asInt(kind.usualValue()))
                .onEach(body.path("every").asInt(1))
                .times(body.path("times").asInt(0));
    }

    private void state(ObjectNode answer) {
        ArrayNode all = answer.putArray("switches");
        switches.all()
                .forEach(
                        one ->
                                all.addObject()
                                        .put("name", one.name())
                                        .put("sentence", one.sentence())
                                        .put("value", one.value()));
        ArrayNode troubles = answer.putArray("faults");
        faults.all().forEach(fault -> troubles.add(fault.toString()));
        answer.put("mails", mailbox.sent().size());
        answer.put("complaints", protocol.complaints().size());
    }
}
