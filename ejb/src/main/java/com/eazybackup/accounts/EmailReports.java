package com.eazybackup.accounts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** Whether a user's reports are mailed. */
public enum EmailReports {
    ON,
    OFF,
    /** There is no address that they could be mailed to. */
    NOT_SET,
    /** No profile of the user has been read yet. */
    UNKNOWN;

    static EmailReports of(List<String> emails, boolean sent) {
        if (emails.isEmpty()) {
            return NOT_SET;
        }
        return sent ? ON : OFF;
    }

    /**
     * @return as the API spells it
     */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
