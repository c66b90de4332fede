package com.eazybackup.access;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Who calls, for whom, and what they came in with.
 *
 * <p>Limit: {@code clients} is what WHMCS said at sign-in or at the last choice of a client. A
 * membership that WHMCS changes ends the session within seconds.
 *
 * @param clients whom the caller may act for; none for an administrator
 * @param client the one acted for now, null while none is chosen; read it through {@link
 *     #chosen()}. Of an administrator the one looked at, with no more than a reader's rights
 */
public record Caller(Person person, List<ClientSummary> clients, ClientSummary client, Pass pass)
        implements Serializable {

    public Caller {
        clients = List.copyOf(clients);
        if (client != null && person.role() == Role.CUSTOMER && !clients.contains(client)) {
            throw new IllegalArgumentException("the chosen client is none of the caller's");
        }
        if (client != null && person.role() == Role.ADMIN && client.duty() != Duty.READ_ONLY) {
            throw new IllegalArgumentException("an administrator looks, and changes nothing");
        }
    }

    public int userId() {
        return person.id();
    }

    public String email() {
        return person.email();
    }

    public String name() {
        return person.name();
    }

    public Role role() {
        return person.role();
    }

    public String csrf() {
        return pass.csrf();
    }

    /**
     * @return the client acted for; empty for an administrator who looks at none, and for a
     *     customer of several clients who has not chosen yet
     */
    public Optional<ClientSummary> chosen() {
        return Optional.ofNullable(client);
    }

    /**
     * @return whether this is a program that came with a key
     */
    public boolean program() {
        return pass.kind() == Pass.Kind.TOKEN;
    }

    /**
     * @return whether an administrator looks at a client's portal
     */
    public boolean viewing() {
        return role() == Role.ADMIN && client != null;
    }

    /**
     * @return what the caller is: an administrator's duty, a customer's for the chosen client
     */
    public Optional<Duty> duty() {
        return role() == Role.ADMIN
                ? Optional.of(person.duty())
                : chosen().map(ClientSummary::duty);
    }

    /**
     * @return whether the session is for one's own account alone until first things are done
     */
    public boolean limited() {
        return role() == Role.ADMIN && pass.kind() == Pass.Kind.SESSION && pass.limit().isPresent();
    }

    /** Whether the caller may do what needs this. Never more than what they came in with allows. */
    public boolean may(Permission permission) {
        if (!pass.allows(permission)) {
            return false;
        }
        return switch (permission.of()) {
            case PERSON -> true;
            case CLIENT -> chosen().filter(one -> one.duty().may(permission)).isPresent();
            case PORTAL -> role() == Role.ADMIN && person.duty().may(permission);
        };
    }

    /** The same caller, acting for one of the clients given, which are fresh from WHMCS. */
    Caller actingFor(ClientSummary choice, List<ClientSummary> now) {
        return new Caller(person, now, choice, pass);
    }

    /** The same administrator, looking at a client's portal, or at none (null). */
    Caller lookingAt(ClientSummary other) {
        return new Caller(person, clients, other, pass);
    }

    Caller with(Pass other) {
        return new Caller(person, clients, client, other);
    }

    /** Leaves the CSRF token out: a caller may be logged. */
    @Override
    public String toString() {
        return "Caller[" + role().code() + " " + userId() + ", client " + client + "]";
    }
}
