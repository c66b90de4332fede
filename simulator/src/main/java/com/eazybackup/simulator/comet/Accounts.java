package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The accounts as calls see and change them: by TargetUser, guarded by their hash. */
final class Accounts {

    private final Fleet fleet;
    private final Switches switches;
    private final AtomicInteger guardedWrites = new AtomicInteger();

    Accounts(Fleet fleet, Switches switches) {
        this.fleet = fleet;
        this.switches = switches;
    }

    /**
     * @throws CallRefused for an unknown account
     */
    ObjectNode profile(Form form) {
        return profile(form.text("TargetUser"));
    }

    ObjectNode profile(String username) {
        return fleet.profile(username)
                .filter(this::isSeen)
                .orElseThrow(
                        () ->
                                new CallRefused(
                                        switches.unknownUserStatus,
                                        "Unknown user '" + username + "'"));
    }

    /** An administrator of a tenant may be shown the tenant's accounts only. */
    boolean isSeen(JsonNode profile) {
        String tenant = switches.adminOrganization;
        return tenant.isEmpty()
                || !switches.tenantSeesOwnOnly
                || profile.path("OrganizationID").asText().equals(tenant);
    }

    /** Whether the account that a job or a connection belongs to is seen. */
    boolean isSeenOwner(JsonNode owned) {
        return switches.adminOrganization.isEmpty()
                || fleet.profile(owned.path("Username").asText()).filter(this::isSeen).isPresent();
    }

    String hash(String username) {
        return fleet.hash(username).orElse("");
    }

    /** Status, Message, ProfileHash and Profile of one moment. */
    ObjectNode withHash(String username) {
        synchronized (fleet) {
            ObjectNode answer = Calls.ok().put("ProfileHash", hash(username));
            answer.set("Profile", profile(username));
            return answer;
        }
    }

    /** A change that does not ask what was there before. */
    void change(String username, String actor, UnaryOperator<ObjectNode> change) {
        profile(username);
        fleet.acts().accounts().edit(username, actor, change);
    }

    /**
     * A change of exactly what the caller has read.
     *
     * @throws CallRefused when the hash is not the profile's any more; nothing is changed then
     */
    void changeGuarded(
            String username, String hash, String actor, UnaryOperator<ObjectNode> change) {
        race(username);
        synchronized (fleet) {
            profile(username);
            if (!hash(username).equals(hash)) {
                throw new CallRefused(
                        switches.hashConflictStatus,
                        "The user profile was changed by another process");
            }
            change(username, actor, change);
        }
    }

    /** Devices write statistics whenever they like, also between somebody's read and write. */
    private void race(String username) {
        int every = fleet.habits().profileRaceEvery;
        if (every > 0 && guardedWrites.incrementAndGet() % every == 0) {
            fleet.acts()
                    .accounts()
                    .edit(
                            username,
                            profile -> {
                                profile.path("Sources")
                                        .forEach(
                                                item ->
                                                        Json.object(item, "Statistics")
                                                                .put("LastStartTime", fleet.now()));
                                return profile;
                            });
        }
    }
}
