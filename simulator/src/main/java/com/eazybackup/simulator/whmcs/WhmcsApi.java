package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.DemoCustomers.Person;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The actions of the API: one method each, a JSON object in return. */
final class WhmcsApi implements HttpHandler {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectMapper mapper = new ObjectMapper();
    private final DemoCustomers customers;
    private volatile boolean idsAsText;

    WhmcsApi(DemoCustomers customers) {
        this.customers = customers;
    }

    void idsAsText(boolean on) {
        idsAsText = on;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        if (!exchange.getRequestPath().equals("/includes/api.php")) {
            exchange.setStatusCode(404);
            return;
        }
        if (!exchange.getRequestMethod().equals(Methods.POST)) {
            answer(exchange, 403, error("Invalid request"));
            return;
        }
        byte[] body = exchange.getInputStream().readAllBytes();
        Form form = Form.parse(new String(body, StandardCharsets.UTF_8));
        if (!form.text("identifier").equals(SimulatedWhmcs.IDENTIFIER)
                || !form.text("secret").equals(SimulatedWhmcs.SECRET)) {
            answer(exchange, 403, error("Authentication Failed"));
            return;
        }
        answer(exchange, 200, act(form));
    }

    private ObjectNode act(Form form) {
        // WHMCS takes action names in any case.
        return switch (form.text("action").toLowerCase(Locale.ROOT)) {
            case "decryptpassword" -> decryptPassword(form);
            case "validatelogin" -> validateLogin(form);
            case "getusers" -> getUsers(form);
            default -> error("Command Not Found");
        };
    }

    private static ObjectNode decryptPassword(Form form) {
        return success().put("password", StoredSecret.open(form.text("password2")));
    }

    private ObjectNode validateLogin(Form form) {
        return customers
                .person(form.text("email"))
                .filter(person -> person.password().equals(form.text("password2")))
                .map(
                        person -> {
                            ObjectNode answer = success();
                            id(answer, "userid", person.userId());
                            return answer.put("passwordhash", "$2y$10$demo")
                                    .put("twoFactorEnabled", false);
                        })
                .orElseGet(() -> error("Email or Password Invalid"));
    }

    private ObjectNode getUsers(Form form) {
        ArrayNode users = JSON.arrayNode();
        for (Person person : customers.people()) {
            if (person.email().startsWith(form.text("search"))) {
                users.add(describe(person));
            }
        }
        ObjectNode answer = success();
        answer.put("totalresults", users.size())
                .put("startnumber", 0)
                .put("numreturned", users.size());
        answer.set("users", users);
        return answer;
    }

    private ObjectNode describe(Person person) {
        ObjectNode user = JSON.objectNode();
        id(user, "id", person.userId());
        user.put("firstname", person.firstName());
        user.put("lastname", person.lastName());
        user.put("email", person.email());
        ArrayNode clients = user.putArray("clients");
        for (int client : person.clients()) {
            ObjectNode entry = clients.addObject();
            id(entry, "id", client);
            entry.put("isOwner", person.owns().filter(owned -> owned == client).isPresent());
        }
        return user;
    }

    private void id(ObjectNode node, String field, int value) {
        if (idsAsText) {
            node.put(field, Integer.toString(value));
        } else {
            node.put(field, value);
        }
    }

    private static ObjectNode success() {
        return JSON.objectNode().put("result", "success");
    }

    private static ObjectNode error(String message) {
        return JSON.objectNode().put("result", "error").put("message", message);
    }

    private void answer(HttpServerExchange exchange, int status, ObjectNode body)
            throws IOException {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
        exchange.getOutputStream().write(mapper.writeValueAsBytes(body));
    }
}
