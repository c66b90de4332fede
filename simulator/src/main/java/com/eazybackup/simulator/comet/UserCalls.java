package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;

/** Accounts and their profiles, read and written as a whole. */
final class UserCalls {

    private final Fleet fleet;
    private final Switches switches;
    private final Accounts accounts;

    UserCalls(Fleet fleet, Switches switches, Accounts accounts) {
        this.fleet = fleet;
        this.switches = switches;
        this.accounts = accounts;
    }

    void register(Calls calls) {
        calls.add("list-users", form -> list());
        calls.addLong("list-users-full", form -> LongAnswer.map(this::listFull));
        calls.add("get-user-profile", accounts::profile);
        calls.add("get-user-profile-and-hash", form -> withHash(form.text("TargetUser")));
        calls.add("get-user-profile-hash", this::hash);
        calls.add("set-user-profile", this::set);
        calls.add("set-user-profile-hash", this::setGuarded);
    }

    void registerUserWeb(Calls calls) {
        calls.add("get-user-profile-and-hash", form -> withHash(form.text("Username")));
    }

    private ArrayNode list() {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        for (String name : fleet.usernames()) {
            if (switches.adminOrganization.isEmpty()
                    || fleet.profile(name).filter(accounts::isSeen).isPresent()) {
                names.add(name);
            }
        }
        return names;
    }

    private void listFull(BiConsumer<String, JsonNode> reader) {
        int[] number = {0};
        fleet.eachProfile(
                (name, profile) -> {
                    if (!accounts.isSeen(profile)) {
                        return;
                    }
                    // Spread over the whole list, as when some of the accounts' files are unread.
                    int before = number[0] * switches.listedUsersPercent / 100;
                    number[0]++;
                    if (number[0] * switches.listedUsersPercent / 100 > before) {
                        reader.accept(name, profile);
                    }
                });
    }

    private ObjectNode withHash(String username) {
        accounts.profile(username);
        return accounts.withHash(username);
    }

    private ObjectNode hash(Form form) {
        accounts.profile(form);
        return Calls.ok().put("ProfileHash", accounts.hash(form.text("TargetUser")));
    }

    private ObjectNode set(Form form) {
        ObjectNode wanted = FormJson.object(form, "ProfileData");
        accounts.change(form.text("TargetUser"), Fleet.ADMIN, now -> replacement(now, wanted));
        return Calls.ok();
    }

    private ObjectNode setGuarded(Form form) {
        String username = form.text("TargetUser");
        ObjectNode wanted = FormJson.object(form, "ProfileData");
        form.optional("AdminOptions")
                .ifPresent(options -> deleteSources(wanted, FormJson.object(form, "AdminOptions")));
        synchronized (fleet) {
            accounts.changeGuarded(
                    username,
                    form.text("RequireHash"),
                    Fleet.ADMIN,
                    now -> replacement(now, wanted));
            return accounts.withHash(username);
        }
    }

    /**
     * What a server keeps whatever is written: whose profile it is, and a policy from elsewhere.
     */
    private static ObjectNode replacement(ObjectNode now, ObjectNode wanted) {
        wanted.set("Username", now.path("Username"));
        wanted.set("CreationGUID", now.path("CreationGUID"));
        String policy = wanted.path("PolicyID").asText();
        if (!policy.isEmpty() && policy.equals(now.path("PolicyID").asText())) {
            wanted.set("Policy", now.path("Policy"));
        }
        return wanted;
    }

    /** Items that a policy had made and that shall go with it. */
    private static void deleteSources(ObjectNode profile, JsonNode options) {
        for (JsonNode policySource : options.path("Policy").path("DeleteSources")) {
            JsonNode sources = profile.path("Sources");
            if (sources instanceof ObjectNode items) {
                items.properties()
                        .removeIf(
                                item ->
                                        item.getValue()
                                                .path("PolicySourceID")
                                                .equals(policySource));
            }
        }
    }
}
