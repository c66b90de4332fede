package com.eazybackup.whmcs;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    @PersistenceContext(unitName = "portal")
    EntityManager tables;

    private Settings settings;

    public ActiveServices() {}

    ActiveServices(EntityManager tables, Settings settings) {
        this.tables = tables;
        this.settings = settings;
    }

    @Inject
    void use(Settings given) {
        settings = given;
    }

    /**
     * @return oldest service first; services without a Comet account yet are left out
     */
    public List<ActiveService> of(ClientId client) {
        List<Object[]> rows =
                tables.createQuery(
                                "select h.id, h.username, p.name, h.serverId, p.serverGroupId"
                                        + " from HostingRow h join ProductRow p on p.id = h.productId"
                                        + " where h.clientId = :client and h.status = 'Active'"
                                        + " and p.serverType = 'comet'"
                                        + " and p.productGroupId not in (:excluded)"
                                        + " and h.username <> '' order by h.id",
                                Object[].class)
                        .setParameter("client", client.value())
                        .setParameter("excluded", excluded())
                        .getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        ServerGroups groups = ServerGroups.read(tables);
        return rows.stream().map(row -> service(row, groups)).toList();
    }

    private Set<Integer> excluded() {
        Set<Integer> groups = settings.excludedProductGroups();
        return groups.isEmpty() ? NONE : groups;
    }

    private static ActiveService service(Object[] row, ServerGroups groups) {
        return new ActiveService(
                new ServiceId((Integer) row[0]),
                new CometUsername((String) row[1]),
                (String) row[2],
                groups.profileOf(number(row[3]), number(row[4])));
    }

    private static int number(Object column) {
        return column == null ? 0 : (Integer) column;
    }

    /** Which server is in which groups: a handful of rows, read whole. */
    private record ServerGroups(Map<Integer, String> names, Map<Integer, List<Integer>> byServer) {

        static ServerGroups read(EntityManager tables) {
            Map<Integer, String> names = new HashMap<>();
            tables.createQuery("select g from ServerGroupRow g", ServerGroupRow.class)
                    .getResultList()
                    .forEach(group -> names.put(group.id, group.name));
            Map<Integer, List<Integer>> byServer = new HashMap<>();
            tables.createQuery(
                            "select r from ServerInGroupRow r order by r.serverId, r.groupId",
                            ServerInGroupRow.class)
                    .getResultList()
                    .forEach(
                            row ->
                                    byServer.merge(
                                            row.serverId,
                                            List.of(row.groupId),
                                            ServerGroups::both));
            return new ServerGroups(names, byServer);
        }

        private static List<Integer> both(List<Integer> some, List<Integer> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }

        /**
         * The group of the service's own server; its product's group when the server is in several
         * or the service has none.
         */
        Optional<ProfileName> profileOf(int server, int productGroup) {
            List<Integer> groups = byServer.getOrDefault(server, List.of());
            int group =
                    groups.isEmpty() || groups.contains(productGroup)
                            ? productGroup
                            : groups.get(0);
            return Optional.ofNullable(names.get(group))
                    .filter(name -> !name.isBlank())
                    .map(ProfileName::new);
        }
    }
}
