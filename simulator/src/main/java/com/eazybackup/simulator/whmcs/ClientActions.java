package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Clients: made, looked for, changed, noted about. */
final class ClientActions {

    /** Parameter of AddClient to the words that are said when it is missing. */
    private static final Map<String, String> WANTED = new LinkedHashMap<>();

    /** What UpdateClient changes: the parameter and its column. */
    private static final List<String> FIELDS =
            List.of(
                    "firstname",
                    "lastname",
                    "companyname",
                    "email",
                    "address1",
                    "address2",
                    "city",
                    "state",
                    "postcode",
                    "country",
                    "phonenumber",
                    "notes",
                    "groupid",
                    "currency",
                    "status");

    static {
        WANTED.put("firstname", "You did not enter your first name");
        WANTED.put("lastname", "You did not enter your last name");
        WANTED.put("address1", "You did not enter your address line 1");
        WANTED.put("city", "You did not enter your city");
        WANTED.put("state", "You did not enter your state");
        WANTED.put("postcode", "You did not enter your postcode");
        WANTED.put("country", "Valid country required");
        WANTED.put("phonenumber", "You did not enter your phone number");
    }

    private final WhmcsDatabase tables;
    private final Mailbox mailbox;
    private final Clock clock;

    ClientActions(WhmcsDatabase tables, Mailbox mailbox, Clock clock) {
        this.tables = tables;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    Map<String, Action> all() {
        return Map.of(
                "AddClient", this::addClient,
                "GetClients", this::getClients,
                "GetClientsDetails", this::getClientsDetails,
                "UpdateClient", this::updateClient,
                "AddClientNote", this::addClientNote);
    }

    private ObjectNode addClient(Form form) throws SQLException {
        if (!Search.flag(form, "skipvalidation")) {
            WANTED.forEach((name, words) -> require(!form.text(name).isBlank(), words));
        }
        String email = form.text("email");
        require(!email.isBlank(), "You did not enter your email address");
        require(
                email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
                "The email address you entered was not valid");
        require(!form.text("password2").isEmpty(), "You did not enter a password");
        require(
                tables.number("SELECT COUNT(*) FROM tblusers WHERE email = ?", email) == 0,
                "A user already exists with that email address");
        LocalDate today = LocalDate.now(clock);
        int client =
                tables.insert(
                        "INSERT INTO tblclients (firstname, lastname, companyname, email, address1,"
                                + " city, state, postcode, country, phonenumber, notes, defaultgateway,"
                                + " datecreated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'stripe', ?)",
                        form.text("firstname"),
                        form.text("lastname"),
                        form.text("companyname"),
                        email,
                        form.text("address1"),
                        form.text("city"),
                        form.text("state"),
                        form.text("postcode"),
                        form.text("country"),
                        form.text("phonenumber"),
                        form.text("notes"),
                        today.toString());
        int user =
                tables.insert(
                        "INSERT INTO tblusers (first_name, last_name, email, created_at, password)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        form.text("firstname"),
                        form.text("lastname"),
                        email,
                        today + " 00:00:00",
                        StoredSecret.close(form.text("password2")));
        tables.insert(
                "INSERT INTO tblusers_clients (auth_user_id, client_id, owner, permissions)"
                        + " VALUES (?, ?, 1, '')",
                user,
                client);
        if (!Search.flag(form, "noemail")) {
            mailbox.add(
                    new SentMail(
                            List.of(email),
                            "Client Signup Email",
                            "Welcome",
                            "",
                            client,
                            Map.of()));
        }
        return Reply.success().put("clientid", client);
    }

    private ObjectNode getClients(Form form) throws SQLException {
        String start = Search.startOf(form.text("search"));
        String where =
                " FROM tblclients WHERE (email LIKE ? OR firstname LIKE ? OR lastname LIKE ?"
                        + " OR companyname LIKE ? OR CONCAT(firstname, ' ', lastname) LIKE ?)"
                        + " AND (? = '' OR status = ?)";
        Object[] values = {
            start, start, start, start, start, form.text("status"), form.text("status")
        };
        String order = form.text("sorting").equals("DESC") ? " DESC" : "";
        List<ObjectNode> clients =
                tables
                        .rows(
                                "SELECT id, firstname, lastname, companyname, email, datecreated,"
                                        + " groupid, status"
                                        + where
                                        + " ORDER BY id"
                                        + order
                                        + Search.limit(form),
                                values)
                        .stream()
                        .map(Reply::of)
                        .toList();
        return Reply.page(
                tables.number("SELECT COUNT(*)" + where, values),
                Search.from(form),
                clients,
                "clients",
                "client");
    }

    private ObjectNode getClientsDetails(Form form) throws SQLException {
        String email = form.text("email");
        int id = Search.number(form, "clientid");
        require(id > 0 || !email.isEmpty(), "Either clientid Or email Is Required");
        Map<String, Object> row =
                tables.row(
                        "Client Not Found",
                        "SELECT c.*, u.code AS currency_code FROM tblclients c LEFT JOIN tblcurrencies u"
                                + " ON u.id = c.currency WHERE "
                                + (id > 0 ? "c.id = ?" : "c.email = ?"),
                        id > 0 ? id : email);
        ObjectNode client = Reply.of(row);
        client.put("client_id", client.path("id").asInt());
        client.put("userid", client.path("id").asInt());
        client.put("fullname", row.get("firstname") + " " + row.get("lastname"));
        client.put("countrycode", client.path("country").asText());
        client.put("allowSingleSignOn", 1);
        List<ObjectNode> users =
                tables
                        .rows(
                                "SELECT u.id, CONCAT(u.first_name, ' ', u.last_name) AS name, u.email,"
                                        + " c.owner = 1 AS is_owner FROM tblusers_clients c"
                                        + " JOIN tblusers u ON u.id = c.auth_user_id WHERE c.client_id = ?"
                                        + " ORDER BY c.owner DESC, u.id",
                                row.get("id"))
                        .stream()
                        .map(Reply::of)
                        .peek(user -> user.put("is_owner", user.path("is_owner").asInt() == 1))
                        .toList();
        Reply.list(client, users, "users", "user");
        users.stream()
                .filter(user -> user.path("is_owner").asBoolean())
                .findFirst()
                .ifPresent(owner -> client.set("owner_user_id", owner.path("id")));
        ObjectNode reply = Reply.success();
        // The documentation calls the copy at the top deprecated; it is still sent.
        client.properties().stream()
                .filter(field -> !List.of("users", "id").contains(field.getKey()))
                .forEach(field -> reply.set(field.getKey(), field.getValue()));
        reply.set("client", client);
        return reply;
    }

    private ObjectNode updateClient(Form form) throws SQLException {
        int id = Search.number(form, "clientid");
        Map<String, Object> client =
                tables.row(
                        "Client ID Not Found",
                        "SELECT id FROM tblclients WHERE " + (id > 0 ? "id = ?" : "email = ?"),
                        id > 0 ? id : form.text("clientemail"));
        String email = form.text("email");
        require(
                email.isEmpty()
                        || tables.number(
                                        "SELECT COUNT(*) FROM tblclients WHERE email = ? AND id <> ?",
                                        email,
                                        client.get("id"))
                                == 0,
                "Duplicate Email Address");
        Map<String, Object> changes = new LinkedHashMap<>();
        FIELDS.forEach(name -> form.optional(name).ifPresent(value -> changes.put(name, value)));
        form.optional("paymentmethod").ifPresent(value -> changes.put("defaultgateway", value));
        set(tables, "tblclients", changes, client.get("id"));
        return Reply.success().put("clientid", ((Number) client.get("id")).intValue());
    }

    private ObjectNode addClientNote(Form form) throws SQLException {
        int client = Search.number(form, "userid");
        tables.row("Client ID not found", "SELECT id FROM tblclients WHERE id = ?", client);
        require(!form.text("notes").isBlank(), "Notes can not be empty");
        int note =
                tables.insert(
                        "INSERT INTO tblnotes (userid, created, note, sticky) VALUES (?, ?, ?, ?)",
                        client,
                        LocalDate.now(clock) + " 00:00:00",
                        form.text("notes"),
                        Search.flag(form, "sticky") ? 1 : 0);
        return Reply.success().put("noteid", note);
    }

    /** Sets columns of one row; the names are ours, never the caller's. */
    static void set(WhmcsDatabase tables, String table, Map<String, Object> columns, Object id)
            throws SQLException {
        if (!columns.isEmpty()) {
            String sets =
                    columns.keySet().stream()
                            .map(name -> name + " = ?")
                            .collect(Collectors.joining(", "));
            List<Object> values = new ArrayList<>(columns.values());
            values.add(id);
            tables.update("UPDATE " + table + " SET " + sets + " WHERE id = ?", values.toArray());
        }
    }

    static void require(boolean holds, String words) {
        if (!holds) {
            throw new ActionRefused(words);
        }
    }
}
