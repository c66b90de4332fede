package com.eazybackup.platform;

import java.util.Locale;
import java.util.Map;

/**
 * A CDI event: somebody is to be written to. Fired in the transaction of what the mail is about, so
 * that there is a mail if and only if that is committed.
 *
 * @param kind which mail, as the texts of {@code com.eazybackup.notify} name it
 * @param recipient an address that {@link MailAddress} finds good
 * @param values what is put into the text by name; shown as text, whatever it holds
 */
public record MailWanted(
        String kind, String recipient, Locale language, Map<String, String> values) {

    public MailWanted {
        values = Map.copyOf(values);
    }

    /** Leaves the values out: one may be a link that lets somebody in. */
    @Override
    public String toString() {
        return kind;
    }
}
