package com.eazybackup.web.signin;

import com.eazybackup.access.Caller;
import com.eazybackup.access.ClientSummary;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Permission;
import com.eazybackup.access.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/**
 * The signed-in person and the client whose data is on the page, as the frame of every page names
 * them.
 */
@Named
@RequestScoped
public class Who {

    @Inject CurrentCaller current;

    /** A client that the person may choose. */
    public record Choice(String number, String name, String duty, boolean current) {

        public String getDuty() {
            return duty;
        }

        public String getNumber() {
            return number;
        }

        public String getName() {
            return name;
        }

        public String getInitials() {
            return Initials.of(name);
        }

        public boolean isCurrent() {
            return current;
        }
    }

    public String getName() {
        return current.caller()
                .map(caller -> caller.name().isBlank() ? caller.email() : caller.name())
                .orElse("");
    }

    public String getEmail() {
        return current.caller().map(Caller::email).orElse("");
    }

    public String getInitials() {
        return Initials.of(getName());
    }

    /**
     * @return what forms of this session repeat ({@code OwnForms}); empty for those without one
     */
    public String getSecret() {
        return current.caller().map(Caller::csrf).orElse("");
    }

    public String getClientName() {
        return chosen().map(ClientSummary::name).orElse("");
    }

    public String getClientNumber() {
        return chosen().map(client -> client.id().toString()).orElse("");
    }

    public String getClientInitials() {
        return Initials.of(getClientName());
    }

    /**
     * @return whether there is another client to change to
     */
    public boolean isChoice() {
        return current.caller().map(caller -> caller.clients().size() > 1).orElse(false);
    }

    public boolean isAdmin() {
        return current.caller().filter(caller -> caller.role() == Role.ADMIN).isPresent();
    }

    /**
     * @return whether there is nothing to see until the person has looked after the own sign-in
     */
    public boolean isLimited() {
        return current.caller().filter(Caller::limited).isPresent();
    }

    public List<Choice> getClients() {
        Optional<ClientSummary> chosen = chosen();
        return current.caller().map(Caller::clients).orElse(List.of()).stream()
                .map(
                        client ->
                                new Choice(
                                        client.id().toString(),
                                        client.name(),
                                        client.duty().code(),
                                        chosen.filter(client::equals).isPresent()))
                .toList();
    }

    /**
     * @return what the person is for the client on the page, as {@code owner}; empty for none
     */
    public String getClientDuty() {
        return chosen().map(client -> client.duty().code()).orElse("");
    }

    /**
     * @return whether the person may hide incidents for a while
     */
    public boolean isSnoozing() {
        return current.caller()
                .filter(caller -> caller.may(Permission.SNOOZE_INCIDENTS))
                .isPresent();
    }

    /**
     * @return whether the person may put devices into groups, and make and change those
     */
    public boolean isGrouping() {
        return current.caller().filter(caller -> caller.may(Permission.GROUP_DEVICES)).isPresent();
    }

    /**
     * @return whether the person may look after the client's keys for programs
     */
    public boolean isKeys() {
        return current.caller().filter(caller -> caller.may(Permission.MANAGE_TOKENS)).isPresent();
    }

    private Optional<ClientSummary> chosen() {
        return current.caller().flatMap(Caller::chosen);
    }
}
