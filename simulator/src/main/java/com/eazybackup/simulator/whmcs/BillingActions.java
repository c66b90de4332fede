package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ways to pay, and invoices. */
final class BillingActions {

    private static final List<String> INVOICE =
            List.of("status", "paymentmethod", "date", "duedate", "datepaid", "notes");
    private static final Set<String> STATUSES =
            Set.of("Draft", "Unpaid", "Paid", "Cancelled", "Refunded", "Collections");

    private final WhmcsDatabase tables;

    BillingActions(WhmcsDatabase tables) {
        this.tables = tables;
    }

    Map<String, Action> all() {
        return Map.of(
                "GetPayMethods", this::getPayMethods,
                "AddPayMethod", this::addPayMethod,
                "UpdateInvoice", this::updateInvoice);
    }

    private int client(Form form, String words) throws SQLException {
        ClientActions.require(form.optional("clientid").isPresent(), "Client ID Is Required");
        int client = Search.number(form, "clientid");
        tables.row(words, "SELECT id FROM tblclients WHERE id = ?", client);
        return client;
    }

    private ObjectNode getPayMethods(Form form) throws SQLException {
        int client = client(form, "Client Not Found");
        String type = form.text("type");
        ClientActions.require(
                Set.of("", "BankAccount", "CreditCard").contains(type),
                "Invalid Pay Method Type. Should be 'BankAccount' or 'CreditCard'");
        int id = Search.number(form, "paymethodid");
        List<ObjectNode> methods =
                tables
                        .rows(
                                "SELECT id, payment_type AS type, description, gateway_name,"
                                        + " last_four AS card_last_four FROM tblpaymethods"
                                        + " WHERE userid = ? AND deleted_at IS NULL AND (? = 0 OR id = ?)"
                                        + " AND (? = '' OR payment_type LIKE CONCAT('%', ?)) ORDER BY id",
                                client, id, id, type, type)
                        .stream()
                        .map(Reply::of)
                        .toList();
        ObjectNode reply = Reply.success().put("clientid", client);
        Reply.list(reply, methods, "paymethods");
        return reply;
    }

    private ObjectNode addPayMethod(Form form) throws SQLException {
        int client = client(form, "Invalid Client ID");
        String type = form.optional("type").orElse("CreditCard");
        switch (type) {
            case "BankAccount" -> {
                ClientActions.require(
                        !form.text("bank_code").isEmpty(), "Routing number is required");
                ClientActions.require(
                        !form.text("bank_account").isEmpty(), "Account number is required");
            }
            case "CreditCard", "RemoteCreditCard" ->
                    ClientActions.require(
                            !form.text("card_number").isEmpty(),
                            "Card Number is required for 'CreditCard' or 'RemoteCreditCard' type");
            default ->
                    throw new ActionRefused(
                            "Invalid Pay Method Type. Type should be one of 'BankAccount',"
                                    + " 'CreditCard', or 'RemoteCreditCard'");
        }
        int id =
                tables.insert(
                        "INSERT INTO tblpaymethods (userid, gateway_name, payment_type, description)"
                                + " VALUES (?, ?, ?, ?)",
                        client,
                        form.text("gateway_module_name"),
                        type,
                        form.text("description"));
        return Reply.success().put("clientid", client).put("paymethodid", id);
    }

    private ObjectNode updateInvoice(Form form) throws SQLException {
        int invoice =
                ((Number)
                                tables.row(
                                                "Invoice ID Not Found",
                                                "SELECT id FROM tblinvoices WHERE id = ?",
                                                Search.number(form, "invoiceid"))
                                        .get("id"))
                        .intValue();
        String status = form.text("status");
        ClientActions.require(
                status.isEmpty() || STATUSES.contains(status), "Invalid status " + status);
        Map<String, Object> changes = new LinkedHashMap<>();
        INVOICE.forEach(name -> form.optional(name).ifPresent(value -> changes.put(name, value)));
        ClientActions.set(tables, "tblinvoices", changes, invoice);
        return Reply.success().put("invoiceid", invoice);
    }
}
