package com.eazybackup.simulator.whmcs;

import java.sql.SQLException;
import java.util.List;

/** E-mail templates, as an administrator keeps them. */
final class TemplateRows {

    /** The one that a trial's verification link is sent with. */
    static final String TRIAL = "Trial verification";

    private record Template(int id, String type, String name, String subject, String message) {}

    private static final List<Template> TEMPLATES =
            List.of(
                    new Template(
                            38,
                            "general",
                            "Automated Password Reset",
                            "Your new password",
                            "<p>Hello {$client_name}</p>"),
                    new Template(
                            71,
                            "general",
                            TRIAL,
                            "Confirm your trial",
                            "<p>Hello {$client_name}, please confirm:"
                                    + " <a href=\"{$trial_verification_link}\">my trial</a></p>"),
                    new Template(
                            72,
                            "product",
                            "Backup account ready",
                            "Your backup account",
                            "<p>{$service_username} is ready.</p>"),
                    new Template(
                            73,
                            "admin",
                            "Operations notice",
                            "Operations: {$kind}",
                            "<p>{$text}</p>"));

    private final WhmcsRows rows;

    TemplateRows(WhmcsRows rows) {
        this.rows = rows;
    }

    void write() throws SQLException {
        for (Template template : TEMPLATES) {
            rows.write(
                    "INSERT IGNORE INTO tblemailtemplates (id, type, name, subject, message)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    template.id(),
                    template.type(),
                    template.name(),
                    template.subject(),
                    template.message());
        }
    }
}
