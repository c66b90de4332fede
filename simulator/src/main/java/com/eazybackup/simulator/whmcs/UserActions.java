package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who signs in, by the tables: also those who came after the demo began. */
final class UserActions {

    private final DemoCustomers customers;
    private final WhmcsDatabase tables;

    UserActions(DemoCustomers customers, WhmcsDatabase tables) {
        this.customers = customers;
        this.tables = tables;
    }

    Map<String, Action> all() {
        return Map.of("ValidateLogin", this::validateLogin, "GetUsers", this::getUsers);
    }

    private ObjectNode validateLogin(Form form) throws SQLException {
        String email = form.text("email");
        for (Map<String, Object> user :
                tables.rows("SELECT id, password FROM tblusers WHERE email = ?", email)) {
            String password =
                    user.get("password") == null
                            ? customers.person(email).map(p -> p.password()).orElse("")
                            : StoredSecret.open(user.get("password").toString());
            if (!password.isEmpty() && password.equals(form.text("password2"))) {
                return PeopleActions.loggedIn(((Number) user.get("id")).intValue(), email);
            }
        }
        throw PeopleActions.invalid();
    }

    private ObjectNode getUsers(Form form) throws SQLException {
        String start = Search.startOf(form.text("search"));
        String where =
                " FROM tblusers WHERE email LIKE ? OR first_name LIKE ? OR last_name LIKE ?"
                        + " OR CONCAT(first_name, ' ', last_name) LIKE ?";
        int total = tables.number("SELECT COUNT(*)" + where, start, start, start, start);
        List<ObjectNode> users = new ArrayList<>();
        for (Map<String, Object> row :
                tables.rows(
                        "SELECT id, first_name AS firstname, last_name AS lastname, email,"
                                + " created_at AS datecreated"
                                + where
                                + " ORDER BY id"
                                + Search.limit(form),
                        start,
                        start,
                        start,
                        start)) {
            users.add(withClients(row));
        }
        return Reply.page(total, Search.from(form), users, "users");
    }

    private ObjectNode withClients(Map<String, Object> row) throws SQLException {
        ObjectNode user = Reply.of(row);
        ArrayNode clients = user.putArray("clients");
        for (Map<String, Object> client :
                tables.rows(
                        "SELECT client_id, owner FROM tblusers_clients WHERE auth_user_id = ?"
                                + " ORDER BY client_id",
                        row.get("id"))) {
            clients.addObject()
                    .put("id", ((Number) client.get("client_id")).intValue())
                    .put("isOwner", ((Number) client.get("owner")).intValue() == 1);
        }
        return user;
    }
}
