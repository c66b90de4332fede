package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** UserProfileConfig objects and their parts. */
final class ProfileJson {

    private ProfileJson() {}

    /** An account with one cloud vault, nothing else. */
    static ObjectNode account(Draw draw, String username, long createTime) {
        ObjectNode profile = blank(username, draw.uuid(), createTime);
        vault(profile, draw, VaultKind.COMET, createTime);
        return profile;
    }

    /** An account with nothing in it. */
    static ObjectNode blank(String username, String creationGuid, long createTime) {
        ObjectNode profile = Json.template("profile");
        profile.put("Username", username)
                .put("AccountName", username)
                .put("CreateTime", createTime)
                .put("CreationGUID", creationGuid)
                .put("PasswordHash", Fleet.CANARY + "-password-hash")
                .put("PasswordRecovery", Fleet.CANARY + "-recovery")
                .put("TOTPKey", Fleet.CANARY + "-totp");
        profile.withArray("Emails")
                .add("reports@" + username.toLowerCase(Locale.ROOT) + ".example");
        return profile;
    }

    /**
     * @return the new vault's id
     */
    static String vault(ObjectNode profile, Draw draw, VaultKind kind, long createTime) {
        String id = draw.uuid();
        long bytes = draw.between(20, 900) << 30;
        Json.object(profile, "Destinations").set(id, kind.vault(createTime, bytes, createTime));
        return id;
    }

    static ObjectNode item(ItemKind kind, String device, long createTime) {
        ObjectNode item = Json.template("item");
        item.put("Engine", kind.engine())
                .put("Description", kind.title())
                .put("OwnerDevice", device)
                .put("CreateTime", createTime)
                .put("ModifyTime", createTime);
        return item;
    }

    /** A nightly schedule of that item into that vault. */
    static ObjectNode rule(String item, String vault, int secondOfDay, long createTime) {
        ObjectNode rule = Json.template("rule");
        rule.put("Description", "Nightly")
                .put("CreateTime", createTime)
                .put("ModifyTime", createTime)
                .put("Source", item)
                .put("Destination", vault);
        ((ObjectNode) rule.path("Schedules").path(0)).put("SecondsPast", secondOfDay);
        return rule;
    }
}
