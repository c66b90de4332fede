package com.eazybackup.simulator.control;

import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.switches.SwitchBoard;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;

/**
 * {@code POST /_control/<act>} with a JSON object, answered with one; {@code GET /_control/} is the
 * page that does the same by hand. {@code POST /_control/catalogue} with {@code {}} lists the acts.
 *
 * <p>HTTP 400 with {@code {"error": reason}} for what cannot be done. Only JSON bodies are taken
 * and only callers that named this machine as the host and come from no other site's page ({@link
 * OwnMachine}), so that no page in a browser can post here unasked.
 */
public final class ControlDesk implements HttpHandler {

    /** Path of all of it. */
    public static final String PATH = "/_control/";

    private final ActList acts = new ActList();
    private final ControlPage page = new ControlPage();

    public ControlDesk(SimulatedCometServer server) {
        SwitchBoard board = new SwitchBoard(server.switches(), server.fleet().habits());
        new FleetActs(server.fleet()).register(acts);
        new ServerActs(server, board).register(acts);
        new LookActs(server, board).register(acts);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        if (!OwnMachine.asks(exchange)) {
            exchange.setStatusCode(StatusCodes.FORBIDDEN);
            return;
        }
        if (exchange.getRequestMethod().equals(Methods.GET)) {
            page.send(exchange);
            return;
        }
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (!exchange.getRequestMethod().equals(Methods.POST)
                || type == null
                || !type.startsWith("application/json")) {
            exchange.setStatusCode(StatusCodes.UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        try {
            JsonNode body = Json.MAPPER.readTree(exchange.getInputStream());
            acts.named(exchange.getRelativePath().replace("/", "")).run(body, answer);
        } catch (JsonProcessingException e) {
            exchange.setStatusCode(StatusCodes.BAD_REQUEST);
            answer.put("error", "The body is no JSON");
        } catch (IllegalArgumentException e) {
            exchange.setStatusCode(StatusCodes.BAD_REQUEST);
            answer.put("error", e.getMessage());
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getOutputStream().write(Json.MAPPER.writeValueAsBytes(answer));
    }
}
