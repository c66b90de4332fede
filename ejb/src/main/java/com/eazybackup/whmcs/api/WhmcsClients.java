package com.eazybackup.whmcs.api;

import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.UserId;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Customers, and the people who sign in for them. */
public final class WhmcsClients {

    private final WhmcsCall whmcs;

    WhmcsClients(WhmcsCall whmcs) {
        this.whmcs = whmcs;
    }

    /**
     * Makes a client and the user who owns it.
     *
     * @throws WhmcsException {@link Kind#TAKEN} when a user has this address already
     */
    public ClientId add(NewClient client) {
        return new ClientId(whmcs.ask(WhmcsAction.ADD_CLIENT, client.parameters()).id("clientid"));
    }

    /**
     * @param start what an address or a name begins with; WHMCS finds nothing in their middle, and
     *     takes names and addresses alike: compare what came
     */
    public WhmcsPage<FoundClient> startingWith(String start, int from, int most) {
        return WhmcsPage.of(
                whmcs.ask(WhmcsAction.GET_CLIENTS, search(start, from, most)),
                FoundClient::of,
                "clients",
                "client");
    }

    /** People whose address or name begins like this; the same limits. */
    public WhmcsPage<FoundUser> usersStartingWith(String start, int from, int most) {
        return WhmcsPage.of(
                whmcs.ask(WhmcsAction.GET_USERS, search(start, from, most)),
                FoundUser::of,
                "users");
    }

    private static Parameters search(String start, int from, int most) {
        return Parameters.of("search", start).number("limitstart", from).number("limitnum", most);
    }

    /**
     * @return empty when there is no such client
     */
    public Optional<ClientDetails> details(ClientId client) {
        return details(Parameters.of("clientid", client));
    }

    /**
     * @return empty when no client has this address
     */
    public Optional<ClientDetails> detailsOf(String email) {
        return details(Parameters.of("email", email));
    }

    private Optional<ClientDetails> details(Parameters parameters) {
        try {
            return Optional.of(
                    ClientDetails.of(whmcs.ask(WhmcsAction.GET_CLIENTS_DETAILS, parameters)));
        } catch (WhmcsException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Changes these fields and no others. */
    public void change(ClientId client, Map<ClientField, String> changes) {
        Parameters parameters = Parameters.of("clientid", client);
        changes.forEach((field, value) -> parameters.text(field.parameter(), value));
        whmcs.ask(WhmcsAction.UPDATE_CLIENT, parameters.flag("skipvalidation", true));
    }

    /**
     * Leaves a note for the provider's own people.
     *
     * @param sticky shown wherever the client is
     * @return WHMCS's number of the note
     */
    public int note(ClientId client, String text, boolean sticky) {
        return whmcs.ask(
                        WhmcsAction.ADD_CLIENT_NOTE,
                        Parameters.of("userid", client).text("notes", text).flag("sticky", sticky))
                .id("noteid");
    }

    /** A client in a list. */
    public record FoundClient(
            ClientId id,
            String firstName,
            String lastName,
            String company,
            String email,
            String status) {

        static FoundClient of(WhmcsAnswer answer) {
            return new FoundClient(
                    new ClientId(answer.id("id")),
                    answer.text("firstname"),
                    answer.text("lastname"),
                    answer.text("companyname"),
                    answer.text("email"),
                    answer.text("status"));
        }
    }

    /**
     * Somebody who signs in.
     *
     * @param clients whom they may act for, and whether they own it
     */
    public record FoundUser(
            UserId id,
            String firstName,
            String lastName,
            String email,
            Map<ClientId, Boolean> clients) {

        static FoundUser of(WhmcsAnswer answer) {
            return new FoundUser(
                    new UserId(answer.id("id")),
                    answer.text("firstname"),
                    answer.text("lastname"),
                    answer.text("email"),
                    answer.list("clients").stream()
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            client -> new ClientId(client.id("id")),
                                            client -> client.flag("isOwner"))));
        }
    }

    /** What WHMCS says of one client; "" for what it does not say. */
    public record ClientDetails(
            ClientId id,
            String firstName,
            String lastName,
            String company,
            String email,
            String phone,
            String country,
            String status,
            int group,
            int currency,
            List<ClientUser> users) {

        static ClientDetails of(WhmcsAnswer answer) {
            // Before WHMCS 8 there was only the copy at the top, which later is deprecated.
            WhmcsAnswer client =
                    answer.object("client").isEmpty() ? answer : answer.object("client");
            return new ClientDetails(
                    new ClientId(client.id(client.has("id") ? "id" : "userid")),
                    client.text("firstname"),
                    client.text("lastname"),
                    client.text("companyname"),
                    client.text("email"),
                    client.text("phonenumber"),
                    client.text("country"),
                    client.text("status"),
                    client.number("groupid"),
                    client.number("currency"),
                    client.list("users", "user").stream().map(ClientUser::of).toList());
        }
    }

    /** Somebody who may act for a client. */
    public record ClientUser(UserId id, String name, String email, boolean owner) {

        static ClientUser of(WhmcsAnswer answer) {
            return new ClientUser(
                    new UserId(answer.id("id")),
                    answer.text("name"),
                    answer.text("email"),
                    answer.flag("is_owner"));
        }
    }
}
