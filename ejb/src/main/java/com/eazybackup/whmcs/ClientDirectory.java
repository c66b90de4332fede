package com.eazybackup.whmcs;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/**
 * Who may act for which client, read from WHMCS's tables.
 *
 * <p>Guarantee: only what WHMCS has at this moment; a membership whose client is gone is left out.
 */
@Stateless
public class ClientDirectory {

    @PersistenceContext(unitName = "portal")
    EntityManager tables;

    public ClientDirectory() {}

    ClientDirectory(EntityManager tables) {
        this.tables = tables;
    }

    public Optional<WhmcsUser> user(UserId id) {
        return Optional.ofNullable(tables.find(UserRow.class, id.value()))
                .map(row -> new WhmcsUser(id, row.email, row.name()));
    }

    /**
     * @return the clients of a user: the user's own first, then by name
     */
    public List<Membership> clientsOf(UserId user) {
        return tables
                .createQuery(
                        "select m.owner, c from UserClientRow m join ClientRow c on c.id = m.clientId"
                                + " where m.userId = :user"
                                + " order by m.owner desc, c.company, c.lastName, c.id",
                        Object[].class)
                .setParameter("user", user.value())
                .getResultList()
                .stream()
                .map(row -> membership((Integer) row[0], (ClientRow) row[1]))
                .toList();
    }

    private static Membership membership(Integer owner, ClientRow client) {
        return new Membership(new ClientId(client.id), client.name(), owner != null && owner != 0);
    }
}
