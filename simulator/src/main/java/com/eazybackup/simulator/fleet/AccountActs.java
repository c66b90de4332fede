package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Accounts are made, changed and deleted. */
public final class AccountActs {

    private final Fleet fleet;

    AccountActs(Fleet fleet) {
        this.fleet = fleet;
    }

    /** {@link #edit(String, String, UnaryOperator)} by the account itself. */
    public void edit(String username, UnaryOperator<ObjectNode> change) {
        edit(username, username, change);
    }

    /**
     * Writes a changed profile: a new hash, and SEVT_ACCOUNT_UPDATED with the whole of it.
     *
     * @param change gets a copy, gives what to store
     */
    public void edit(String username, String actor, UnaryOperator<ObjectNode> change) {
        synchronized (fleet) {
            ObjectNode profile = change.apply(fleet.liveProfile(username).deepCopy());
            fleet.putProfile(username, profile);
            fleet.tell(EventKind.ACCOUNT_UPDATED, actor, username, Optional.of(profile));
        }
    }

    /** A new account with one cloud vault and no device. */
    public void add(String username) {
        add(username, profile -> profile);
    }

    /**
     * {@link #add(String)} of an account that differs.
     *
     * @param change gets the profile as it would be, gives what to store
     */
    public void add(String username, UnaryOperator<ObjectNode> change) {
        synchronized (fleet) {
            ObjectNode profile =
                    change.apply(ProfileJson.account(fleet.next("account"), username, fleet.now()));
            fleet.putProfile(username, profile);
            fleet.tell(EventKind.ACCOUNT_NEW, Fleet.ADMIN, username, Optional.of(profile));
        }
    }

    /** The account goes, with its devices, connections and jobs. */
    public void remove(String username) {
        synchronized (fleet) {
            fleet.dropProfile(username);
            fleet.tell(EventKind.ACCOUNT_REMOVED, Fleet.ADMIN, username, Optional.empty());
        }
    }

    /**
     * @param engine for example {@code engine1/file}
     * @return the new item's id
     */
    public String addItem(String username, String device, String engine, String description) {
        String id = fleet.next("item").uuid();
        edit(
                username,
                profile -> {
                    ItemKind kind = ItemKind.ofEngine(engine);
                    ObjectNode item = ProfileJson.item(kind, device, fleet.now());
                    item.put("Engine", engine).put("Description", description);
                    Json.object(profile, "Sources").set(id, item);
                    return profile;
                });
        return id;
    }

    public void removeItem(String username, String item) {
        removeFrom(username, "Sources", item);
    }

    /**
     * @param destinationType a DESTINATIONTYPE number; its location fields stay empty
     * @return the new vault's id
     */
    public String addVault(String username, int destinationType, String description) {
        String id = fleet.next("vault").uuid();
        edit(
                username,
                profile -> {
                    ObjectNode vault = VaultKind.COMET.vault(fleet.now(), 0, 0);
                    vault.put("DestinationType", destinationType).put("Description", description);
                    Json.object(profile, "Destinations").set(id, vault);
                    return profile;
                });
        return id;
    }

    public void removeVault(String username, String vault) {
        removeFrom(username, "Destinations", vault);
    }

    private void removeFrom(String username, String map, String id) {
        edit(
                username,
                profile -> {
                    Json.object(profile, map).remove(id);
                    return profile;
                });
    }
}
