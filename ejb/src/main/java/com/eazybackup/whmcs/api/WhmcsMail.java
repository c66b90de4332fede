package com.eazybackup.whmcs.api;

import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * E-mails that WHMCS sends in its own name. Asking twice sends twice.
 *
 * <p>Where an address can be given, WHMCS's documentation does not know it: a WHMCS that does not
 * obey it writes to the usual recipients instead. So nothing may be written to an address that the
 * usual recipients must not read.
 */
public final class WhmcsMail {

    private final WhmcsCall whmcs;

    WhmcsMail(WhmcsCall whmcs) {
        this.whmcs = whmcs;
    }

    /**
     * @param type general, product, support and so on
     */
    public List<Template> templates(String type) {
        return whmcs
                .ask(WhmcsAction.GET_EMAIL_TEMPLATES, Parameters.of("type", type))
                .list("emailtemplates", "emailtemplate")
                .stream()
                .map(
                        entry ->
                                new Template(
                                        entry.id("id"), entry.text("name"), entry.text("subject")))
                .toList();
    }

    /**
     * Sends a general template to a client.
     *
     * @param variables what the template may use, by name without {@code {$}}
     * @throws WhmcsException {@link Kind#NOT_FOUND} when there is no such template; {@link
     *     Kind#FAILED} when WHMCS could not send
     */
    public void send(String template, ClientId client, Map<String, String> variables) {
        whmcs.ask(
                WhmcsAction.SEND_EMAIL,
                Parameters.of("messagename", template)
                        .text("id", client.toString())
                        .php("customvars", variables));
    }

    /**
     * Sends a message of one's own to a client.
     *
     * @param html WHMCS reads it as a template: braces with a dollar sign are variables
     * @param to instead of the client's own address; see the class comment
     */
    public void send(ClientId client, String subject, String html, Optional<String> to) {
        whmcs.ask(
                WhmcsAction.SEND_EMAIL,
                Parameters.of("id", client)
                        .text("customtype", "general")
                        .text("customsubject", subject)
                        .text("custommessage", html)
                        .text("to", to));
    }

    /**
     * Sends a message of one's own to the administrators who take system mails.
     *
     * @param to instead of those; see the class comment
     */
    public void tellAdmins(String subject, String html, Optional<String> to) {
        whmcs.ask(
                WhmcsAction.SEND_ADMIN_EMAIL,
                Parameters.of("customsubject", subject)
                        .text("custommessage", html)
                        .text("type", "system")
                        .text("to", to));
    }

    /** Sends a template for administrators. */
    public void tellAdmins(String template, Map<String, String> fields) {
        whmcs.ask(
                WhmcsAction.SEND_ADMIN_EMAIL,
                Parameters.of("messagename", template).map("mergefields", fields));
    }

    public record Template(int id, String name, String subject) {}
}
