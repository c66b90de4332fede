package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;

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
        calls.addLong("list-users-full", form -> LongAnswer.map(this::listFull));
        calls.add("get-user-profile", this::profile);
        calls.add("get-user-profile-and-hash", this::profileAndHash);
        calls.add("get-user-profile-hash", this::hash);
    }

    private void listFull(BiConsumer<String, JsonNode> reader) {
        int[] number = {0};
        fleet.eachProfile(
                (name, profile) -> {
                    // Spread over the whole list, as when some of the accounts' files are unread.
                    int before = number[0] * switches.listedUsersPercent / 100;
                    number[0]++;
                    if (number[0] * switches.listedUsersPercent / 100 > before) {
                        reader.accept(name, profile);
                    }
                });
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
