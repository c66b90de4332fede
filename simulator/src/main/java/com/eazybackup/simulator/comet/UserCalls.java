package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Accounts and their profiles. */
final class UserCalls {

    private final Fleet fleet;
    private final Switches switches;

    UserCalls(Fleet fleet, Switches switches) {
        this.fleet = fleet;
        this.switches = switches;
    }

    void register(Calls calls) {
        calls.add("list-users", form -> Json.MAPPER.valueToTree(fleet.usernames()));
        calls.add("list-users-full", form -> listFull());
        calls.add("get-user-profile", this::profile);
        calls.add("get-user-profile-and-hash", this::profileAndHash);
        calls.add("get-user-profile-hash", this::hash);
    }

    private ObjectNode listFull() {
        ObjectNode users = JsonNodeFactory.instance.objectNode();
        fleet.profiles().forEach(users::set);
        return users;
    }

    private ObjectNode profile(Form form) {
        return fleet.profile(form.text("TargetUser")).orElseThrow(() -> unknown(form));
    }

    private ObjectNode hash(Form form) {
        String hash = fleet.hash(form.text("TargetUser")).orElseThrow(() -> unknown(form));
        return Calls.ok().put("ProfileHash", hash);
    }

    private ObjectNode profileAndHash(Form form) {
        // Both of one moment: nothing may be written in between.
        synchronized (fleet) {
            ObjectNode answer = hash(form);
            answer.set("Profile", profile(form));
            return answer;
        }
    }

    private CallRefused unknown(Form form) {
        return new CallRefused(
                switches.unknownUserStatus, "Unknown user '" + form.text("TargetUser") + "'");
    }
}
