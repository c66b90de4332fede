package com.eazybackup.whmcs.api;

import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.ServiceId;
import java.util.Optional;

/** Support tickets. Asking twice opens two. */
public final class WhmcsTickets {

    private final WhmcsCall whmcs;

    WhmcsTickets(WhmcsCall whmcs) {
        this.whmcs = whmcs;
    }

    public OpenedTicket open(NewTicket ticket) {
        WhmcsAnswer answer = whmcs.ask(WhmcsAction.OPEN_TICKET, ticket.parameters());
        return new OpenedTicket(answer.id("id"), answer.text("tid"), answer.raw("c"));
    }

    /** How soon somebody should look. */
    public enum Priority {
        LOW("Low"),
        MEDIUM("Medium"),
        HIGH("High");

        private final String word;

        Priority(String word) {
            this.word = word;
        }
    }

    /**
     * @param department WHMCS's number of it
     * @param message WHMCS shows it as text
     * @param service what the ticket is about
     */
    public record NewTicket(
            int department,
            ClientId client,
            String subject,
            String message,
            Priority priority,
            Optional<ServiceId> service) {

        Parameters parameters() {
            return Parameters.of("deptid", department)
                    .text("clientid", client.toString())
                    .text("subject", subject)
                    .text("message", message)
                    .text("priority", priority.word)
                    .text("serviceid", service);
        }
    }

    /**
     * @param number in the tables
     * @param shown the number that the client sees
     * @param code opens the ticket together with the number that is shown, so it is a secret
     */
    public record OpenedTicket(int number, String shown, String code) {

        @Override
        public String toString() {
            return "OpenedTicket[" + shown + "]";
        }
    }
}
