package com.eazybackup.whmcs;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.whmcs.api.WhmcsApi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Optional;

/**
 * The Comet Server of a profile, from WHMCS: the server group of the profile's name, its first
 * server by id, the password opened by WHMCS.
 *
 * <p>Runs outside any transaction, so that no connection is held while WHMCS is waited for. Each
 * call asks WHMCS; callers keep what they got for as long as it works, and ask again when the Comet
 * Server refuses it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class CometServers {

    private EntityManager tables;
    private WhmcsApi api;

    CometServers() {}

    @Inject
    CometServers(EntityManager tables, WhmcsApi api) {
        this.tables = tables;
        this.api = api;
    }

    /**
     * @return empty when WHMCS has no such group, or no server in it: the environment decides then
     * @throws WhmcsException when WHMCS does not open the password, or the row is of no use
     */
    public Optional<CometServer> lookup(ProfileName profile) {
        return first(profile).map(row -> open(profile, row));
    }

    private Optional<ServerRow> first(ProfileName profile) {
        return tables
                .createQuery(
                        "select s from ServerGroupRow g"
                                + " join ServerInGroupRow r on r.groupId = g.id"
                                + " join ServerRow s on s.id = r.serverId"
                                + " where g.name = :profile order by g.id, s.id",
                        ServerRow.class)
                .setParameter("profile", profile.value())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * @return whether WHMCS has a server group of this name with a server in it; asks the tables
     *     alone, so it can be told while WHMCS itself is down
     */
    public boolean knows(ProfileName profile) {
        return first(profile).isPresent();
    }

    private CometServer open(ProfileName profile, ServerRow row) {
        URI origin =
                ServerAddress.origin(row.hostname, row.secure, row.port)
                        .orElseThrow(
                                () ->
                                        new WhmcsException(
                                                WhmcsException.Kind.UNUSABLE,
                                                "the host name of server "
                                                        + row.id
                                                        + " (profile "
                                                        + profile
                                                        + ") is not one"));
        return new CometServer(origin, row.username, api.decryptPassword(row.password));
    }
}
