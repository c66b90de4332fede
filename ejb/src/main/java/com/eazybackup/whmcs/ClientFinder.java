package com.eazybackup.whmcs;

import com.eazybackup.platform.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds clients for the portal's own people: by company, person, e-mail or number, by the people
 * who may sign in for them, and by the user names of their services.
 *
 * <p>Cost: WHMCS's tables have no key for words and none may be added, so a search reads clients,
 * users and services once each, and counts them no further than {@link #COUNTED}; a number is found
 * by its key. Without words, the clients in order of their numbers, the newest first.
 *
 * <p>No enterprise bean: the container would log each failure with its stack, beside the caller.
 */
@ApplicationScoped
@Transactional
public class ClientFinder {

    /** The total says no more than this. */
    public static final int COUNTED = 1_000;

    private static final String BY_WORDS =
            "(SELECT id FROM tblclients WHERE companyname LIKE :like ESCAPE '!'"
                    + " OR CONCAT(firstname, ' ', lastname) LIKE :like ESCAPE '!'"
                    + " OR email LIKE :like ESCAPE '!' OR id = :number"
                    + " UNION SELECT userid FROM tblhosting WHERE username LIKE :like ESCAPE '!'"
                    + " UNION SELECT m.client_id FROM tblusers u"
                    + " JOIN tblusers_clients m ON m.auth_user_id = u.id"
                    + " WHERE u.email LIKE :like ESCAPE '!'"
                    + " OR CONCAT(u.first_name, ' ', u.last_name) LIKE :like ESCAPE '!')";

    private EntityManager tables;
    private ActiveServices services;

    public ClientFinder() {}

    @Inject
    ClientFinder(EntityManager tables, ActiveServices services) {
        this.tables = tables;
        this.services = services;
    }

    /**
     * Some of those that were found.
     *
     * @param total of all, counted up to {@link #COUNTED}
     */
    public record Found(List<FoundClient> clients, long total) {}

    /**
     * @param words in any case; found as they stand, anywhere in a name
     * @param page from 1
     * @throws DatabaseUnavailable when the database does not answer
     */
    public Found find(String words, int page, int size) {
        try {
            return found(words.strip(), (page - 1) * size, size);
        } catch (PersistenceException e) {
            throw new DatabaseUnavailable("WHMCS's clients cannot be read", e);
        }
    }

    private Found found(String words, int offset, int size) {
        String from =
                words.isEmpty()
                        ? " FROM tblclients c"
                        : " FROM tblclients c JOIN " + BY_WORDS + " f ON f.id = c.id";
        String order =
                words.isEmpty()
                        ? " ORDER BY c.id DESC"
                        : " ORDER BY c.companyname, c.lastname, c.firstname, c.id";
        Query count =
                query(
                        "SELECT COUNT(*) FROM (SELECT c.id" + from + " LIMIT " + COUNTED + ") n",
                        words);
        Query list =
                query(
                        "SELECT c.id, c.companyname, c.firstname, c.lastname, c.email, c.status"
                                + from
                                + order
                                + " LIMIT "
                                + size
                                + " OFFSET "
                                + offset,
                        words);
        long total = ((Number) count.getSingleResult()).longValue();
        return new Found(clients(list.getResultList()), total);
    }

    private Query query(String sql, String words) {
        Query query = tables.createNativeQuery(sql);
        if (!words.isEmpty()) {
            query.setParameter("like", "%" + words.replaceAll("([!%_])", "!$1") + "%");
            query.setParameter("number", number(words));
        }
        return query;
    }

    /** As people write it, "#103". */
    private static int number(String words) {
        String digits = words.replaceFirst("^#", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private List<FoundClient> clients(List<?> rows) {
        Set<ClientId> ids = new HashSet<>();
        rows.forEach(row -> ids.add(id((Object[]) row)));
        Map<ClientId, List<ActiveService>> active = services.of(ids);
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> client(row, active.get(id(row))))
                .toList();
    }

    private static FoundClient client(Object[] row, List<ActiveService> active) {
        String first = text(row[2]);
        String last = text(row[3]);
        return new FoundClient(
                id(row),
                ClientRow.name(id(row).value(), text(row[1]), first, last),
                (first + " " + last).strip(),
                text(row[4]),
                text(row[5]),
                active.stream().map(service -> service.username().value()).distinct().toList());
    }

    private static ClientId id(Object[] row) {
        return new ClientId(((Number) row[0]).intValue());
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
