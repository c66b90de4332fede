package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.Map;

/** Tokens that sign a client in at WHMCS. */
final class SignOnActions {

    private final WhmcsDatabase tables;
    private final WhmcsSwitches switches;
    private final SignOnTokens tokens;

    SignOnActions(WhmcsDatabase tables, WhmcsSwitches switches, SignOnTokens tokens) {
        this.tables = tables;
        this.switches = switches;
        this.tokens = tokens;
    }

    Map<String, Action> all() {
        return Map.of("CreateSsoToken", this::createSsoToken);
    }

    private ObjectNode createSsoToken(Form form) throws SQLException {
        int client = Search.number(form, "client_id");
        int user = Search.number(form, "user_id");
        ClientActions.require(client > 0 || user > 0, "A valid client_id or user_id is required");
        if (client > 0) {
            tables.row("Invalid client_id", "SELECT id FROM tblclients WHERE id = ?", client);
        }
        if (user > 0) {
            tables.row("Invalid user_id", "SELECT id FROM tblusers WHERE id = ?", user);
        }
        if (client > 0 && user > 0) {
            tables.row(
                    "Invalid user_id for client",
                    "SELECT id FROM tblusers_clients WHERE client_id = ? AND auth_user_id = ?",
                    client,
                    user);
        }
        String destination = form.text("destination");
        ClientActions.require(
                destination.isEmpty() || destination.matches("(clientarea|sso):[a-z_]+"),
                "Invalid destination");
        ClientActions.require(
                !switches.signOnBlocked, "SSO authentication blocked for client " + client);
        String token = tokens.issue(client, user, form.text("sso_redirect_path"));
        return Reply.success()
                .put("access_token", token)
                .put("redirect_url", tokens.address(token));
    }
}
