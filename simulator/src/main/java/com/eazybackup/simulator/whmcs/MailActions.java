package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Templates and e-mails; what is sent goes to the {@link Mailbox}. */
final class MailActions {

    private static final Set<String> TYPES =
            Set.of("general", "product", "domain", "invoice", "support", "affiliate");
    private static final String FAILED = "Sending Failed. Please see documentation.";

    private final WhmcsDatabase tables;
    private final WhmcsSwitches switches;
    private final Mailbox mailbox;

    MailActions(WhmcsDatabase tables, WhmcsSwitches switches, Mailbox mailbox) {
        this.tables = tables;
        this.switches = switches;
        this.mailbox = mailbox;
    }

    Map<String, Action> all() {
        return Map.of(
                "GetEmailTemplates", this::getEmailTemplates,
                "SendEmail", this::sendEmail,
                "SendAdminEmail", this::sendAdminEmail);
    }

    private ObjectNode getEmailTemplates(Form form) throws SQLException {
        String type = form.text("type");
        List<ObjectNode> templates =
                tables
                        .rows(
                                "SELECT id, name, subject, 0 AS custom FROM tblemailtemplates"
                                        + " WHERE ? = '' OR type = ? ORDER BY name",
                                type,
                                type)
                        .stream()
                        .map(Reply::of)
                        .toList();
        ObjectNode reply = Reply.success().put("totalresults", templates.size());
        Reply.list(reply, templates, "emailtemplates", "emailtemplate");
        return reply;
    }

    private ObjectNode sendEmail(Form form) throws SQLException {
        Map<String, String> variables = variables(form);
        int about = Search.number(form, "id");
        String name = form.text("messagename");
        if (name.isEmpty()) {
            checkCustom(form);
        }
        ClientActions.require(about > 0, "A related ID is required");
        Map<String, Object> template =
                name.isEmpty() ? custom(form) : template(name, "admin"::equals);
        String type = template.get("type").toString();
        List<String> owner = owner(type, about);
        ClientActions.require(!owner.isEmpty() && !switches.mailFails, FAILED);
        send(form, template, owner, about, variables);
        return Reply.success();
    }

    private static void checkCustom(Form form) {
        ClientActions.require(
                form.optional("customtype").isPresent(),
                "You must provide either an existing email template name or a custom message type");
        ClientActions.require(
                TYPES.contains(form.text("customtype")), "Invalid message type provided");
        ClientActions.require(
                !form.text("customsubject").isEmpty(),
                "A subject is required for a custom message");
        ClientActions.require(
                !form.text("custommessage").isEmpty(),
                "A message body is required for a custom message");
    }

    private static Map<String, Object> custom(Form form) {
        return Map.of(
                "name", "",
                "type", form.optional("customtype").orElse("admin"),
                "subject", form.text("customsubject"),
                "message", form.text("custommessage"));
    }

    private Map<String, Object> template(String name, Predicate<String> excluded)
            throws SQLException {
        Map<String, Object> template =
                tables.row(
                        "Email Template not found",
                        "SELECT name, type, subject, message FROM tblemailtemplates WHERE name = ?",
                        name);
        ClientActions.require(
                !excluded.test(template.get("type").toString()), "Email Template not found");
        return template;
    }

    private static Map<String, String> variables(Form form) {
        try {
            return form.optional("customvars").map(PhpArray::read).orElse(Map.of());
        } catch (IllegalArgumentException e) {
            throw new ActionRefused("The custom variables you provided are invalid.");
        }
    }

    private List<String> owner(String type, int about) throws SQLException {
        String sql =
                switch (type) {
                    case "product" ->
                            "SELECT c.email FROM tblhosting h JOIN tblclients c ON c.id = h.userid WHERE h.id = ?";
                    case "support" ->
                            "SELECT c.email FROM tbltickets t JOIN tblclients c ON c.id = t.userid WHERE t.id = ?";
                    default -> "SELECT email FROM tblclients WHERE id = ?";
                };
        return tables.rows(sql, about).stream().map(row -> row.get("email").toString()).toList();
    }

    private ObjectNode sendAdminEmail(Form form) throws SQLException {
        String name = form.text("messagename");
        Map<String, Object> template =
                name.isEmpty() ? custom(form) : template(name, type -> !type.equals("admin"));
        Map<String, String> variables = new TreeMap<>();
        form.fields()
                .forEach(
                        (field, value) -> {
                            if (field.startsWith("mergefields[")) {
                                variables.put(
                                        field.substring(
                                                "mergefields[".length(), field.length() - 1),
                                        value);
                            }
                        });
        List<String> admins =
                tables.rows("SELECT email FROM tbladmins WHERE disabled = 0 ORDER BY id").stream()
                        .map(row -> row.get("email").toString())
                        .toList();
        ClientActions.require(!switches.mailFails, FAILED);
        send(form, template, admins, 0, variables);
        return Reply.success();
    }

    private void send(
            Form form,
            Map<String, Object> template,
            List<String> usual,
            int about,
            Map<String, String> variables) {
        List<String> to =
                form.optional("to")
                        .filter(address -> switches.toObeyed)
                        .map(List::of)
                        .orElse(usual);
        mailbox.add(
                new SentMail(
                        to,
                        template.get("name").toString(),
                        merged(template.get("subject").toString(), variables),
                        merged(template.get("message").toString(), variables),
                        about,
                        variables));
    }

    private static String merged(String text, Map<String, String> variables) {
        String merged = text;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            merged = merged.replace("{$" + variable.getKey() + "}", variable.getValue());
        }
        return merged;
    }
}
