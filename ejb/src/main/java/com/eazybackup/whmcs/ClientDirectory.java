package com.eazybackup.whmcs;

import com.eazybackup.platform.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Who may act for which client, read from WHMCS's tables.
 *
 * <p>Guarantee: only what WHMCS has at this moment; a membership whose client is gone or closed is
 * left out.
 *
 * <p>Errors: every method throws {@link DatabaseUnavailable} when the database does not answer. No
 * enterprise bean: the container would make another exception of it, and log it beside the caller.
 */
@ApplicationScoped
@Transactional
public class ClientDirectory {

    private EntityManager tables;

    public ClientDirectory() {}

    @Inject
    ClientDirectory(EntityManager tables) {
        this.tables = tables;
    }

    public Optional<WhmcsUser> user(UserId id) {
        return read(
                () ->
                        Optional.ofNullable(tables.find(UserRow.class, id.value()))
                                .map(row -> new WhmcsUser(id, row.email, row.name())));
    }

    /**
     * @return the users whose address the database holds to be this one: at most a few, since it
     *     takes no notice of case and accents
     */
    public List<WhmcsUser> usersOf(String email) {
        return read(
                () ->
                        tables
                                .createQuery(
                                        "select u from UserRow u where u.email = :email",
                                        UserRow.class)
                                .setParameter("email", email)
                                .setMaxResults(10)
                                .getResultList()
                                .stream()
                                .map(
                                        row ->
                                                new WhmcsUser(
                                                        new UserId(row.id), row.email, row.name()))
                                .toList());
    }

    /**
     * @return the clients of a user: the user's own first, then by name
     */
    public List<Membership> clientsOf(UserId user) {
        return read(
                () ->
                        tables
                                .createQuery(
                                        "select m.owner, c, m.permissions from UserClientRow m join ClientRow c on c.id = m.clientId"
                                                + " where m.userId = :user and "
                                                + ClientRow.OPEN
                                                + " order by m.owner desc, c.company, c.lastName, c.id",
                                        Object[].class)
                                .setParameter("user", user.value())
                                .getResultList()
                                .stream()
                                .map(
                                        row ->
                                                membership(
                                                        (Integer) row[0],
                                                        (ClientRow) row[1],
                                                        (String) row[2]))
                                .toList());
    }

    /**
     * @return of those that exist, what they are called
     */
    public Map<ClientId, String> names(Set<ClientId> clients) {
        if (clients.isEmpty()) {
            return Map.of();
        }
        return read(
                () ->
                        tables
                                .createQuery(
                                        "select c from ClientRow c where c.id in :ids",
                                        ClientRow.class)
                                .setParameter("ids", clients.stream().map(ClientId::value).toList())
                                .getResultList()
                                .stream()
                                .collect(
                                        Collectors.toMap(
                                                row -> new ClientId(row.id), ClientRow::name)));
    }

    private static Membership membership(Integer owner, ClientRow client, String permissions) {
        return new Membership(
                new ClientId(client.id),
                client.name(),
                owner != null && owner != 0,
                UserClientRow.words(permissions));
    }

    private static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (PersistenceException e) {
            throw new DatabaseUnavailable("WHMCS's people and clients cannot be read", e);
        }
    }
}
