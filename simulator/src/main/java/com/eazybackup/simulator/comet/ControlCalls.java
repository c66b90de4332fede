package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Acts;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.io.IOException;

/**
 * {@code POST /_control/<act>} with a JSON object, for whoever is outside this JVM.
 *
 * <p>Acts: start-job {user, device, item, vault, classification?} gives {job}; progress-job {job,
 * bytes_done, bytes_total}; finish-job {job, status}; connect-device, disconnect-device {user,
 * device}; add-device {user, name} gives {device}; remove-device, rename-device {user, device,
 * name?}; kill-streams, stall, unstall, pause, resume, state {}. Only JSON bodies are taken, so
 * that no page in a browser can post here unasked.
 */
final class ControlCalls implements HttpHandler {

    private static final int BACKUP = 4001;

    private final SimulatedCometServer server;

    ControlCalls(SimulatedCometServer server) {
        this.server = server;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (!exchange.getRequestMethod().equals(Methods.POST)
                || type == null
                || !type.startsWith("application/json")) {
            exchange.setStatusCode(415);
            return;
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        try {
            JsonNode body = Json.MAPPER.readTree(exchange.getInputStream());
            act(exchange.getRelativePath().replace("/", ""), body, answer);
        } catch (IllegalArgumentException e) {
            exchange.setStatusCode(400);
            answer.put("error", e.getMessage());
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getOutputStream().write(Json.MAPPER.writeValueAsBytes(answer));
    }

    private void act(String act, JsonNode body, ObjectNode answer) {
        Acts acts = server.acts();
        String user = body.path("user").asText();
        String device = body.path("device").asText();
        String job = body.path("job").asText();
        switch (act) {
            case "start-job" ->
                    answer.put(
                            "job",
                            acts.jobs()
                                    .start(
                                            user,
                                            device,
                                            body.path("item").asText(),
                                            body.path("vault").asText(),
                                            body.path("classification").asInt(BACKUP)));
            case "progress-job" ->
                    acts.jobs()
                            .progress(
                                    job,
                                    body.path("bytes_done").asLong(),
                                    body.path("bytes_total").asLong(),
                                    0,
                                    0);
            case "finish-job" -> acts.jobs().finish(job, body.path("status").asInt());
            case "connect-device" -> answer.put("connection", acts.devices().connect(user, device));
            case "disconnect-device" -> acts.devices().disconnect(user, device);
            case "add-device" ->
                    answer.put("device", acts.devices().add(user, body.path("name").asText()));
            case "remove-device" -> acts.devices().remove(user, device, Fleet.ADMIN);
            case "rename-device" -> acts.devices().rename(user, device, body.path("name").asText());
            case "kill-streams" -> server.stream().killAll();
            case "stall" -> server.stream().stall();
            case "unstall" -> server.stream().unstall();
            case "pause" -> server.clockwork().pause();
            case "resume" -> server.clockwork().resume();
            case "state" -> state(answer);
            default -> throw new IllegalArgumentException("No act " + act);
        }
    }

    private void state(ObjectNode answer) {
        Fleet fleet = server.fleet();
        answer.put("users", fleet.usernames().size())
                .put("connections", fleet.connections().size())
                .put("running", fleet.jobs(job -> job.path("EndTime").asLong() == 0).size())
                .put("streams", server.stream().sockets())
                .put("requests", server.requests());
    }
}
