package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** {@code includes/api.php}: lets callers in, finds the action, gives the answer its shape. */
final class WhmcsApi implements HttpHandler {

    private final ObjectMapper mapper = new ObjectMapper();
    private final WhmcsSwitches switches;
    private final WhmcsProtocolCheck protocol;
    private final Shapes shapes;
    // WHMCS takes action names in any case.
    private final Map<String, Action> actions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    WhmcsApi(WhmcsSwitches switches, WhmcsProtocolCheck protocol) {
        this.switches = switches;
        this.protocol = protocol;
        this.shapes = new Shapes(switches);
    }

    void add(Map<String, Action> more) {
        actions.putAll(more);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals(Methods.POST)) {
            answer(exchange, 403, Reply.error("Invalid request"));
            return;
        }
        byte[] body = exchange.getInputStream().readAllBytes();
        Form form = Form.parse(new String(body, StandardCharsets.UTF_8));
        String refusal = refusal(form);
        if (!refusal.isEmpty()) {
            answer(exchange, switches.refusalsAreHttp403 ? 403 : 200, Reply.error(refusal));
            return;
        }
        protocol.request(form);
        answer(exchange, 200, shapes.shape(act(form)));
    }

    private String refusal(Form form) {
        String key = switches.accessKey;
        if (!key.isEmpty() && !form.text("accesskey").equals(key)) {
            return "Invalid IP 127.0.0.1";
        }
        if (!form.text("identifier").equals(SimulatedWhmcs.IDENTIFIER)
                || !form.text("secret").equals(SimulatedWhmcs.SECRET)) {
            return "Authentication Failed";
        }
        if (form.text("action").equalsIgnoreCase(switches.forbiddenAction)) {
            return "Invalid Permissions: API action \"" + form.text("action") + "\" is not allowed";
        }
        return "";
    }

    private ObjectNode act(Form form) {
        Action action = actions.get(form.text("action"));
        if (action == null) {
            return Reply.error("Command Not Found");
        }
        try {
            return action.act(form);
        } catch (ActionRefused e) {
            return Reply.error(e.getMessage());
        } catch (SQLException e) {
            return Reply.error("Database trouble: " + e.getMessage());
        }
    }

    private void answer(HttpServerExchange exchange, int status, ObjectNode body)
            throws IOException {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
        exchange.getOutputStream().write(mapper.writeValueAsBytes(body));
    }
}
