package com.eazybackup.simulator.whmcs;

import java.util.List;
import java.util.Map;

/**
 * An e-mail that WHMCS would have sent.
 *
 * @param to the addresses
 * @param template its name; "" for a message of the caller's own
 * @param about the id that was given: a client, service or ticket; 0 for administrators
 * @param variables what was handed to the template
 */
public record SentMail(
        List<String> to,
        String template,
        String subject,
        String body,
        int about,
        Map<String, String> variables) {}
