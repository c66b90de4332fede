package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One protected item with its schedules, apart from the rest of the profile: since 25.9.6. */
final class ItemCalls {

    private final Accounts accounts;

    ItemCalls(Accounts accounts) {
        this.accounts = accounts;
    }

    void register(Calls calls) {
        calls.add("get-protected-item-with-backup-rules", this::get);
        calls.add("set-protected-item-with-backup-rules", this::set);
        calls.add("delete-protected-item", this::delete);
    }

    private ObjectNode get(Form form) {
        ObjectNode both = accounts.withHash(accounts.profile(form).path("Username").asText());
        JsonNode profile = both.path("Profile");
        ObjectNode answer = Calls.ok().put("ProfileHash", both.path("ProfileHash").asText());
        answer.set("Source", item(profile, form));
        ObjectNode rules = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> rule : profile.path("BackupRules").properties()) {
            if (isOf(rule.getValue(), form)) {
                rules.set(rule.getKey(), rule.getValue());
            }
        }
        answer.set("BackupRules", rules);
        return answer;
    }

    /**
     * What is left out stays as it is. Rules that are given are all that the item has afterwards.
     */
    private ObjectNode set(Form form) {
        UnaryOperator<ObjectNode> change =
                profile -> {
                    if (form.optional("Source").isPresent()) {
                        Json.object(profile, "Sources")
                                .set(form.text("SourceID"), FormJson.object(form, "Source"));
                    }
                    item(profile, form);
                    if (form.optional("BackupRules").isPresent()) {
                        ObjectNode rules = Json.object(profile, "BackupRules");
                        rules.properties().removeIf(rule -> isOf(rule.getValue(), form));
                        rules.setAll(FormJson.object(form, "BackupRules"));
                    }
                    return profile;
                };
        String username = form.text("TargetUser");
        form.optional("RequireHash")
                .ifPresentOrElse(
                        hash -> accounts.changeGuarded(username, hash, Fleet.ADMIN, change),
                        () -> accounts.change(username, Fleet.ADMIN, change));
        return Calls.ok();
    }

    private ObjectNode delete(Form form) {
        accounts.change(
                form.text("TargetUser"),
                Fleet.ADMIN,
                profile -> {
                    item(profile, form);
                    Json.object(profile, "Sources").remove(form.text("SourceID"));
                    Json.object(profile, "BackupRules")
                            .properties()
                            .removeIf(rule -> isOf(rule.getValue(), form));
                    return profile;
                });
        return Calls.ok();
    }

    private static boolean isOf(JsonNode rule, Form form) {
        return rule.path("Source").asText().equals(form.text("SourceID"));
    }

    private static JsonNode item(JsonNode profile, Form form) {
        JsonNode item = profile.path("Sources").path(form.text("SourceID"));
        if (!item.isObject()) {
            throw new CallRefused(404, "No such Protected Item");
        }
        return item;
    }
}
