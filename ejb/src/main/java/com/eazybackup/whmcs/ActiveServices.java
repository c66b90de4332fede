package com.eazybackup.whmcs;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The services that make up what a client sees: status Active, a Comet product, not in an excluded
 * product group ({@code EB_EXCLUDED_PRODUCT_GROUPS}). Everything else that a client has in WHMCS
 * does not exist for the portal.
 *
 * <p>No enterprise bean: the container would log each failure with its stack, beside the caller.
 */
@ApplicationScoped
@Transactional
public class ActiveServices {

    // "not in" with an empty list is not SQL; no product group has this number.
    private static final Set<Integer> NONE = Set.of(-1);

    private EntityManager tables;
    private Settings settings;

    public ActiveServices() {}

    @Inject
    ActiveServices(EntityManager tables, Settings settings) {
        this.tables = tables;
        this.settings = settings;
    }

    /**
     * @return oldest service first; services without a Comet account yet are left out
     */
    public List<ActiveService> of(ClientId client) {
        return of(Set.of(client)).get(client);
    }

    /**
     * The same for many clients, with one query.
     *
     * @return an entry for each client; an empty list when none of its services is active
     */
    public Map<ClientId, List<ActiveService>> of(Set<ClientId> clients) {
        Map<ClientId, List<ActiveService>> found = new HashMap<>();
        clients.forEach(client -> found.put(client, new ArrayList<>()));
        if (!clients.isEmpty()) {
            services(clients).forEach(one -> found.get(one.client()).add(one.service()));
        }
        return found;
    }

    /** One row for each group that the service's server is in, at least one. */
    private List<Owned> services(Set<ClientId> clients) {
        List<Object[]> rows =
                tables.createQuery(
                                "select h.id, h.clientId, h.username, p.name, own.id, own.name,"
                                        + " r.groupId, g.name, p.id"
                                        + " from HostingRow h join ProductRow p on p.id = h.productId"
                                        + " left join ServerGroupRow own on own.id = p.serverGroupId"
                                        + " left join ServerInGroupRow r on r.serverId = h.serverId"
                                        + " left join ServerGroupRow g on g.id = r.groupId"
                                        + " where h.clientId in (:clients) and h.status = 'Active'"
                                        + " and p.serverType = 'comet'"
                                        + " and p.productGroupId not in (:excluded)"
                                        + " and h.username <> '' order by h.id, r.groupId",
                                Object[].class)
                        .setParameter("clients", clients.stream().map(ClientId::value).toList())
                        .setParameter("excluded", excluded())
                        .getResultList();
        Map<Integer, List<Object[]>> byService = new LinkedHashMap<>();
        rows.forEach(
                row ->
                        byService
                                .computeIfAbsent((Integer) row[0], id -> new ArrayList<>())
                                .add(row));
        return byService.values().stream().map(this::service).toList();
    }

    private Set<Integer> excluded() {
        Set<Integer> groups = settings.excludedProductGroups();
        return groups.isEmpty() ? NONE : groups;
    }

    private Owned service(List<Object[]> rows) {
        Object[] first = rows.get(0);
        return new Owned(
                new ClientId((Integer) first[1]),
                new ActiveService(
                        new ServiceId((Integer) first[0]),
                        new CometUsername((String) first[2]),
                        (String) first[3],
                        settings.microsoft365Products().contains((Integer) first[8]),
                        profile(rows)));
    }

    /**
     * The group of the service's own server; its product's group when the server is in several or
     * the service has none.
     */
    private static Optional<ProfileName> profile(List<Object[]> rows) {
        Object[] first = rows.get(0);
        boolean byProduct =
                first[6] == null || rows.stream().anyMatch(row -> row[6].equals(first[4]));
        return Optional.ofNullable((String) first[byProduct ? 5 : 7])
                .filter(name -> !name.isBlank())
                .map(ProfileName::new);
    }

    private record Owned(ClientId client, ActiveService service) {}
}
