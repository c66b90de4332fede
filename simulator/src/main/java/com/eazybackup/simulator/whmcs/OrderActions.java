package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Orders: placed, accepted, cancelled, listed. An accepted order sets its services up. */
final class OrderActions {

    private static final Set<String> PAYMENT_METHODS = Set.of("stripe", "mailin", "paypal");
    private static final String NOT_PENDING = "Order ID not found or Status not Pending";

    private final WhmcsDatabase tables;
    private final WhmcsSwitches switches;
    private final Mailbox mailbox;
    private final Clock clock;
    private final Consumer<NewAccount> module;

    /**
     * @param module told of each service that is set up
     */
    OrderActions(
            WhmcsDatabase tables,
            WhmcsSwitches switches,
            Mailbox mailbox,
            Clock clock,
            Consumer<NewAccount> module) {
        this.tables = tables;
        this.switches = switches;
        this.mailbox = mailbox;
        this.clock = clock;
        this.module = module;
    }

    Map<String, Action> all() {
        return Map.of(
                "AddOrder", this::addOrder,
                "AcceptOrder", this::acceptOrder,
                "CancelOrder", this::cancelOrder,
                "GetOrders", this::getOrders);
    }

    private ObjectNode addOrder(Form form) throws SQLException {
        int client = Search.number(form, "clientid");
        Map<String, Object> row =
                tables.row(
                        "Client ID Not Found",
                        "SELECT status, currency, email FROM tblclients WHERE id = ?",
                        client);
        ClientActions.require(
                !"Closed".equals(row.get("status")),
                "Unable to add order when client status is Closed");
        String method = form.text("paymentmethod");
        ClientActions.require(
                PAYMENT_METHODS.contains(method),
                "Invalid Payment Method. Valid options include "
                        + String.join(",", PAYMENT_METHODS));
        ClientActions.require(
                form.optional("pid").isEmpty(), "Expecting parameter 'pid' to be an array");
        List<Integer> products = new ArrayList<>();
        for (int i = 0; form.optional("pid[" + i + "]").isPresent(); i++) {
            products.add(Search.number(form, "pid[" + i + "]"));
        }
        ClientActions.require(
                !products.isEmpty() && known(products),
                "No items added to cart so order cannot proceed");
        return place(form, client, row, products);
    }

    private boolean known(List<Integer> products) throws SQLException {
        for (int product : products) {
            if (tables.number("SELECT COUNT(*) FROM tblproducts WHERE id = ?", product) == 0) {
                return false;
            }
        }
        return true;
    }

    private ObjectNode place(Form form, int client, Map<String, Object> row, List<Integer> products)
            throws SQLException {
        String today = LocalDate.now(clock).toString();
        int order =
                tables.insert(
                        "INSERT INTO tblorders (ordernum, userid, date, status, paymentmethod, promocode)"
                                + " VALUES (?, ?, ?, 'Pending', ?, ?)",
                        1_000_000_007L + client * 7919L,
                        client,
                        today + " 00:00:00",
                        form.text("paymentmethod"),
                        form.text("promocode"));
        BigDecimal amount = BigDecimal.ZERO;
        List<Integer> services = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            BigDecimal price = monthly(products.get(i), row.get("currency"));
            amount = amount.add(price);
            services.add(
                    tables.insert(
                            "INSERT INTO tblhosting (userid, orderid, packageid, regdate, paymentmethod,"
                                    + " amount, billingcycle, nextduedate, nextinvoicedate, domainstatus,"
                                    + " username, password) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                    + " 'Pending', '', '')",
                            client,
                            order,
                            products.get(i),
                            today,
                            form.text("paymentmethod"),
                            price,
                            cycle(form.text("billingcycle[" + i + "]")),
                            today,
                            today));
        }
        int invoice = Search.flag(form, "noinvoice") ? 0 : invoice(client, amount, today);
        tables.update(
                "UPDATE tblorders SET amount = ?, invoiceid = ? WHERE id = ?",
                amount,
                invoice,
                order);
        if (!Search.flag(form, "noemail")) {
            mailbox.add(
                    new SentMail(
                            List.of(row.get("email").toString()),
                            "Order Confirmation",
                            "Order confirmation",
                            "",
                            client,
                            Map.of()));
        }
        String numbers = services.stream().map(String::valueOf).collect(Collectors.joining(","));
        return Reply.success()
                .put("orderid", order)
                .put(switches.serviceIdsNamed ? "serviceids" : "productids", numbers)
                .put("addonids", "")
                .put("domainids", "")
                .put("invoiceid", invoice);
    }

    private int invoice(int client, BigDecimal amount, String today) throws SQLException {
        return tables.insert(
                "INSERT INTO tblinvoices (userid, date, duedate, total, status)"
                        + " VALUES (?, ?, ?, ?, 'Unpaid')",
                client,
                today,
                today,
                amount);
    }

    private BigDecimal monthly(int product, Object currency) throws SQLException {
        List<Map<String, Object>> prices =
                tables.rows(
                        "SELECT monthly FROM tblpricing WHERE type = 'product' AND relid = ? AND currency = ?",
                        product,
                        currency);
        return prices.isEmpty() ? BigDecimal.ZERO : (BigDecimal) prices.get(0).get("monthly");
    }

    private static String cycle(String asked) {
        return switch (asked) {
            case "annually" -> "Annually";
            case "quarterly" -> "Quarterly";
            default -> "Monthly";
        };
    }

    private Map<String, Object> pending(Form form) throws SQLException {
        return tables.row(
                NOT_PENDING,
                "SELECT id, userid FROM tblorders WHERE id = ? AND status = 'Pending'",
                Search.number(form, "orderid"));
    }

    private ObjectNode acceptOrder(Form form) throws SQLException {
        Map<String, Object> order = pending(form);
        ClientActions.require(!switches.moduleFails, "The Comet Server could not be reached");
        List<Map<String, Object>> services =
                tables.rows(
                        "SELECT h.id, h.username, COALESCE(MIN(r.serverid), 0) AS server,"
                                + " COALESCE(MIN(g.name), '') AS profile"
                                + " FROM tblhosting h JOIN tblproducts p ON p.id = h.packageid"
                                + " LEFT JOIN tblservergroups g ON g.id = p.servergroup"
                                + " LEFT JOIN tblservergroupsrel r ON r.groupid = g.id"
                                + " WHERE h.orderid = ? AND h.domainstatus = 'Pending'"
                                + " GROUP BY h.id, h.username",
                        order.get("id"));
        for (Map<String, Object> service : services) {
            accept(form, service);
        }
        tables.update("UPDATE tblorders SET status = 'Active' WHERE id = ?", order.get("id"));
        return Reply.success();
    }

    private void accept(Form form, Map<String, Object> service) throws SQLException {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put(
                "server",
                Search.number(form, "serverid", ((Number) service.get("server")).intValue()));
        form.optional("serviceusername").ifPresent(name -> changes.put("username", name));
        form.optional("servicepassword")
                .ifPresent(password -> changes.put("password", StoredSecret.close(password)));
        boolean setUp = Search.flag(form, "autosetup");
        if (setUp) {
            changes.put("domainstatus", "Active");
        }
        ClientActions.set(tables, "tblhosting", changes, service.get("id"));
        if (setUp) {
            module.accept(
                    new NewAccount(
                            service.get("profile").toString(),
                            form.text("serviceusername"),
                            form.text("servicepassword")));
        }
    }

    private ObjectNode cancelOrder(Form form) throws SQLException {
        Map<String, Object> order = pending(form);
        tables.update("UPDATE tblorders SET status = 'Cancelled' WHERE id = ?", order.get("id"));
        tables.update(
                "UPDATE tblhosting SET domainstatus = 'Cancelled' WHERE orderid = ?",
                order.get("id"));
        return Reply.success();
    }

    private ObjectNode getOrders(Form form) throws SQLException {
        int id = Search.number(form, "id");
        int client = Search.number(form, "userid");
        String status = form.text("status");
        String where =
                " FROM tblorders WHERE (? = 0 OR id = ?) AND (? = 0 OR userid = ?)"
                        + " AND (? = '' OR status = ?)";
        Object[] values = {id, id, client, client, status, status};
        List<ObjectNode> orders = new ArrayList<>();
        for (Map<String, Object> row :
                tables.rows(
                        "SELECT id, ordernum, userid, date, promocode, amount, paymentmethod,"
                                + " invoiceid, status"
                                + where
                                + " ORDER BY id DESC"
                                + Search.limit(form),
                        values)) {
            ObjectNode order = Reply.of(row);
            List<ObjectNode> lines =
                    tables
                            .rows(
                                    "SELECT 'product' AS type, h.id AS relid, p.name AS product, h.domain,"
                                            + " h.billingcycle, h.amount, h.domainstatus AS status"
                                            + " FROM tblhosting h JOIN tblproducts p ON p.id = h.packageid"
                                            + " WHERE h.orderid = ? ORDER BY h.id",
                                    row.get("id"))
                            .stream()
                            .map(Reply::of)
                            .toList();
            Reply.list(order, lines, "lineitems", "lineitem");
            orders.add(order);
        }
        return Reply.page(
                tables.number("SELECT COUNT(*)" + where, values),
                Search.from(form),
                orders,
                "orders",
                "order");
    }
}
