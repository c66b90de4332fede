package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.DemoCustomers.Person;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What needs no tables: stored passwords, and the people that the demo begins with. */
final class PeopleActions {

    private final DemoCustomers customers;
    private final WhmcsSwitches switches;

    PeopleActions(DemoCustomers customers, WhmcsSwitches switches) {
        this.customers = customers;
        this.switches = switches;
    }

    Map<String, Action> all() {
        return Map.of(
                "DecryptPassword", this::decryptPassword,
                "ValidateLogin", this::validateLogin,
                "GetUsers", this::getUsers);
    }

    private ObjectNode decryptPassword(Form form) {
        String opened = StoredSecret.open(form.text("password2"));
        if (opened.isEmpty() && !switches.unopenedPasswordIsEmpty) {
            throw new ActionRefused("Unable to decrypt");
        }
        return Reply.success().put("password", opened);
    }

    private ObjectNode validateLogin(Form form) {
        return customers
                .person(form.text("email"))
                .filter(person -> person.password().equals(form.text("password2")))
                .map(person -> loggedIn(person.userId(), person.email()))
                .orElseThrow(PeopleActions::invalid);
    }

    static ObjectNode loggedIn(int user, String email) {
        return Reply.success()
                .put("userid", user)
                .put("passwordhash", "$2y$10$demo")
                .put("twoFactorEnabled", DemoCustomers.hasSecondFactor(email));
    }

    static ActionRefused invalid() {
        return new ActionRefused("Email or Password Invalid");
    }

    private ObjectNode getUsers(Form form) {
        String start = form.text("search").toLowerCase(Locale.ROOT);
        List<ObjectNode> users =
                customers.people().stream()
                        .filter(person -> person.email().startsWith(start))
                        .map(PeopleActions::describe)
                        .toList();
        return Reply.page(users.size(), 0, users, "users");
    }

    private static ObjectNode describe(Person person) {
        ObjectNode user =
                Reply.object()
                        .put("id", person.userId())
                        .put("firstname", person.firstName())
                        .put("lastname", person.lastName())
                        .put("email", person.email());
        ArrayNode clients = user.putArray("clients");
        for (int client : person.clients()) {
            clients.addObject()
                    .put("id", client)
                    .put("isOwner", person.owns().filter(owned -> owned == client).isPresent());
        }
        return user;
    }
}
