package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Tickets of clients. */
final class TicketActions {

    private static final Set<Integer> DEPARTMENTS = Set.of(1, 2);

    private final WhmcsDatabase tables;
    private final Clock clock;

    TicketActions(WhmcsDatabase tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    Map<String, Action> all() {
        return Map.of("OpenTicket", this::openTicket);
    }

    private ObjectNode openTicket(Form form) throws SQLException {
        int client = Search.number(form, "clientid");
        int service = Search.number(form, "serviceid");
        if (client > 0) {
            tables.row("Client ID Not Found", "SELECT id FROM tblclients WHERE id = ?", client);
        } else {
            ClientActions.require(
                    !form.text("name").isEmpty() && !form.text("email").isEmpty(),
                    "Name and email address are required if not a client");
        }
        ClientActions.require(
                DEPARTMENTS.contains(Search.number(form, "deptid")), "Department ID not found");
        ClientActions.require(!form.text("subject").isBlank(), "Subject is required");
        ClientActions.require(!form.text("message").isBlank(), "Message is required");
        if (service > 0) {
            tables.row(
                    "Service ID Not Found",
                    "SELECT id FROM tblhosting WHERE id = ? AND userid = ?",
                    service,
                    client);
        }
        String code = "KPq" + Integer.toString(client * 31 + 46656, 36);
        int number =
                tables.insert(
                        "INSERT INTO tbltickets (tid, userid, date, status, title, did, c, message,"
                                + " urgency, service) VALUES ('', ?, ?, 'Open', ?, ?, ?, ?, ?, ?)",
                        client,
                        LocalDate.now(clock) + " 00:00:00",
                        form.text("subject"),
                        Search.number(form, "deptid"),
                        code,
                        form.text("message"),
                        form.optional("priority").orElse("Medium"),
                        service > 0 ? "S" + service : "");
        String shown = Integer.toString(500_000 + number);
        tables.update("UPDATE tbltickets SET tid = ? WHERE id = ?", shown, number);
        return Reply.success().put("id", number).put("tid", shown).put("c", code);
    }
}
