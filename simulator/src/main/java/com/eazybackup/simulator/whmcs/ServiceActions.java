package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Products that are sold, and the services that clients have of them. */
final class ServiceActions {

    private static final int DROP_DOWN = 1;
    private static final int RADIO = 2;

    /** Parameters of UpdateClientProduct and their columns. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("pid", "packageid");
        COLUMNS.put("serverid", "server");
        COLUMNS.put("regdate", "regdate");
        COLUMNS.put("nextduedate", "nextduedate");
        COLUMNS.put("nextinvoicedate", "nextinvoicedate");
        COLUMNS.put("recurringamount", "amount");
        COLUMNS.put("billingcycle", "billingcycle");
        COLUMNS.put("paymentmethod", "paymentmethod");
        COLUMNS.put("status", "domainstatus");
        COLUMNS.put("serviceusername", "username");
        COLUMNS.put("domain", "domain");
        COLUMNS.put("suspendreason", "suspendreason");
    }

    private final WhmcsDatabase tables;
    private final WhmcsSwitches switches;

    ServiceActions(WhmcsDatabase tables, WhmcsSwitches switches) {
        this.tables = tables;
        this.switches = switches;
    }

    Map<String, Action> all() {
        return Map.of(
                "GetProducts", this::getProducts,
                "GetClientsProducts", this::getClientsProducts,
                "UpdateClientProduct", this::updateClientProduct,
                "ModuleSuspend", this::moduleSuspend);
    }

    private ObjectNode getProducts(Form form) throws SQLException {
        int group = Search.number(form, "gid");
        String module = form.text("module");
        List<String> wanted = List.of(form.text("pid").split(","));
        List<ObjectNode> products = new ArrayList<>();
        for (Map<String, Object> row :
                tables.rows(
                        "SELECT id AS pid, gid, type, name, servertype AS module, 'recurring' AS paytype"
                                + " FROM tblproducts WHERE (? = 0 OR gid = ?) AND (? = '' OR servertype = ?)"
                                + " ORDER BY id",
                        group,
                        group,
                        module,
                        module)) {
            if (form.text("pid").isEmpty() || wanted.contains(row.get("pid").toString())) {
                products.add(product(row));
            }
        }
        ObjectNode reply = Reply.success().put("totalresults", products.size());
        Reply.list(reply, products, "products", "product");
        return reply;
    }

    private ObjectNode product(Map<String, Object> row) throws SQLException {
        ObjectNode product = Reply.of(row);
        ObjectNode pricing = product.putObject("pricing");
        for (Map<String, Object> price :
                tables.rows(
                        "SELECT c.code, c.prefix, c.suffix, t.monthly, t.quarterly, t.semiannually,"
                                + " t.annually, t.biennially, t.triennially FROM tblpricing t"
                                + " JOIN tblcurrencies c ON c.id = t.currency"
                                + " WHERE t.type = 'product' AND t.relid = ?",
                        row.get("pid"))) {
            String code = price.remove("code").toString();
            pricing.set(code, Reply.of(price));
        }
        return product;
    }

    private ObjectNode getClientsProducts(Form form) throws SQLException {
        int client = Search.number(form, "clientid");
        int service = Search.number(form, "serviceid");
        int product = Search.number(form, "pid");
        String username = form.text("username2");
        String where =
                " FROM tblhosting h JOIN tblproducts p ON p.id = h.packageid"
                        + " LEFT JOIN tblproductgroups g ON g.id = p.gid"
                        + " LEFT JOIN tblservers s ON s.id = h.server"
                        + " WHERE (? = 0 OR h.userid = ?) AND (? = 0 OR h.id = ?)"
                        + " AND (? = 0 OR h.packageid = ?) AND (? = '' OR h.username = ?)";
        Object[] values = {client, client, service, service, product, product, username, username};
        List<ObjectNode> services = new ArrayList<>();
        for (Map<String, Object> row :
                tables.rows(
                        "SELECT h.id, 1 AS qty, h.userid AS clientid, h.orderid, h.packageid AS pid,"
                                + " h.regdate, p.name, g.name AS groupname, h.domain, h.server AS serverid,"
                                + " s.name AS servername, s.hostname AS serverhostname,"
                                + " h.suspendreason AS suspensionreason, h.amount AS recurringamount,"
                                + " h.paymentmethod, h.billingcycle,"
                                + " COALESCE(h.nextduedate, '0000-00-00') AS nextduedate,"
                                + " h.domainstatus AS status, h.username"
                                + where
                                + " ORDER BY h.id"
                                + Search.limit(form),
                        values)) {
            ObjectNode entry = Reply.of(row);
            // The API shows the password that it opened; no test of ours may rely on it.
            entry.put("password", "");
            Reply.list(entry, options(row.get("id")), "configoptions", "configoption");
            Reply.list(entry, List.of(), "customfields", "customfield");
            services.add(entry);
        }
        int total = tables.number("SELECT COUNT(*)" + where, values);
        ObjectNode reply = Reply.page(total, Search.from(form), services, "products", "product");
        reply.putNull("serviceid");
        return reply;
    }

    private List<ObjectNode> options(Object service) throws SQLException {
        return tables
                .rows(
                        "SELECT o.id, o.optionname AS `option`,"
                                + " ELT(o.optiontype, 'dropdown', 'radio', 'yesno', 'quantity') AS type,"
                                + " IF(o.optiontype IN (1, 2), s.optionname, v.qty) AS value"
                                + " FROM tblhostingconfigoptions v"
                                + " JOIN tblproductconfigoptions o ON o.id = v.configid"
                                + " LEFT JOIN tblproductconfigoptionssub s ON s.id = v.optionid"
                                + " WHERE v.relid = ? ORDER BY o.id",
                        service)
                .stream()
                .map(Reply::of)
                .toList();
    }

    private int service(Form form, String words) throws SQLException {
        return ((Number)
                        tables.row(
                                        words,
                                        "SELECT id FROM tblhosting WHERE id = ?",
                                        Search.number(form, "serviceid"))
                                .get("id"))
                .intValue();
    }

    private ObjectNode updateClientProduct(Form form) throws SQLException {
        int service = service(form, "Service ID Not Found");
        Map<String, Object> changes = new LinkedHashMap<>();
        COLUMNS.forEach(
                (name, column) ->
                        form.optional(name).ifPresent(value -> changes.put(column, value)));
        form.optional("servicepassword")
                .ifPresent(password -> changes.put("password", StoredSecret.close(password)));
        if (!switches.nextInvoiceDateObeyed) {
            changes.remove("nextinvoicedate");
        }
        if (Search.flag(form, "autorecalc")) {
            // As documented: it ignores the amount that came along.
            changes.put("amount", recalculated(service));
        }
        if (switches.configOptionsObeyed && form.optional("configoptions").isPresent()) {
            choose(service, form.text("configoptions"));
        }
        ClientActions.set(tables, "tblhosting", changes, service);
        return Reply.success().put("serviceid", service);
    }

    /** Of what is chosen the value is a sub-option, of what is counted a quantity. */
    private void choose(int service, String options) throws SQLException {
        for (Map.Entry<String, String> option : PhpArray.read(options).entrySet()) {
            int number = Integer.parseInt(option.getKey());
            int type =
                    tables.number(
                            "SELECT optiontype FROM tblproductconfigoptions WHERE id = ?", number);
            tables.update(
                    "UPDATE tblhostingconfigoptions SET "
                            + (type == DROP_DOWN || type == RADIO ? "optionid" : "qty")
                            + " = ? WHERE relid = ? AND configid = ?",
                    Integer.parseInt(option.getValue()),
                    service,
                    number);
        }
    }

    private Object recalculated(int service) throws SQLException {
        return tables.row(
                        "Service ID Not Found",
                        "SELECT GREATEST(COALESCE(SUM(o.monthly * v.qty), 0), 0) AS amount"
                                + " FROM tblhosting h"
                                + " LEFT JOIN tblhostingconfigoptions v ON v.relid = h.id"
                                + " LEFT JOIN tblpricing o ON o.type = 'configoptions'"
                                + " AND o.relid = v.optionid AND o.currency = 1 WHERE h.id = ?",
                        service)
                .get("amount");
    }

    private ObjectNode moduleSuspend(Form form) throws SQLException {
        ClientActions.require(form.optional("serviceid").isPresent(), "Service ID is required");
        int service = service(form, "Service ID not found");
        ClientActions.require(!switches.moduleFails, "The Comet Server could not be reached");
        tables.update(
                "UPDATE tblhosting SET domainstatus = 'Suspended', suspendreason = ? WHERE id = ?",
                form.text("suspendreason"),
                service);
        return Reply.success();
    }
}
