package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.provider.Shelves;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Vaults that the server makes; every other change of a vault is a write of the profile. */
final class VaultCalls {

    private static final int COMET_STORAGE = 1003;
    private static final int S3 = 1000;

    private final Fleet fleet;
    private final Switches switches;
    private final Accounts accounts;
    private final Shelves shelves;
    private final Documents templates;

    VaultCalls(Fleet fleet, Switches switches, Accounts accounts, Shelves shelves) {
        this.fleet = fleet;
        this.switches = switches;
        this.accounts = accounts;
        this.shelves = shelves;
        this.templates = new Documents(shelves.templates(), switches);
    }

    void register(Calls calls) {
        calls.add("request-storage-vault-providers", form -> templates.names(form, "Name"));
        calls.add("request-storage-vault", this::request);
        calls.add("convert-storage-role", this::convert);
    }

    /** The account's policy is not looked at: real servers do not either on this call. */
    private ObjectNode request(Form form) {
        ObjectNode template =
                shelves.templates()
                        .get(form.text("StorageProvider"))
                        .orElseThrow(
                                () -> new CallRefused(400, "Unknown storage provider requested"));
        accounts.profile(form);
        String bucket =
                shelves.buckets().add(Shelves.bucket(form.text("TargetUser"), "", fleet.now(), 0));
        fleet.announce(EventKind.BUCKET_NEW, bucket, Optional.empty());
        String id = shelves.buckets().idOf("vault of " + bucket);
        ObjectNode vault = vault(form, template.path("Name").asText(), bucket);
        write(
                form,
                profile -> {
                    Json.object(profile, "Destinations").set(id, vault);
                    return profile;
                });
        return answer(form.text("TargetUser"), id);
    }

    private ObjectNode vault(Form form, String name, String bucket) {
        String address = form.optional("SelfAddress").orElse("http://127.0.0.1/");
        ObjectNode vault =
                Json.template("vault")
                        .put("Description", name)
                        .put("DestinationType", COMET_STORAGE)
                        .put("CreateTime", fleet.now())
                        .put("ModifyTime", fleet.now())
                        .put("CometServer", address)
                        .put("CometBucket", bucket)
                        .put("CometBucketKey", Fleet.CANARY + "-bucket-" + bucket)
                        // A device makes the keys when it first writes into the vault.
                        .put("EncryptionKeyEncryptionMethod", 0);
        form.optional("DeviceID").ifPresent(vault.withArray("AssociatedDevices")::add);
        return vault;
    }

    private ObjectNode convert(Form form) {
        String id = form.text("DestinationId");
        JsonNode before = accounts.profile(form).path("Destinations").path(id);
        if (before.path("DestinationType").asInt() != COMET_STORAGE) {
            throw new CallRefused(400, "The Storage Vault is not of the Storage Role");
        }
        write(
                form,
                profile -> {
                    Json.object(Json.object(profile, "Destinations"), id)
                            .put("DestinationType", S3)
                            .put("S3Server", "s3.provider.example")
                            .put("S3UsesTLS", true)
                            .put("S3BucketName", before.path("CometBucket").asText())
                            .put("S3AccessKey", Fleet.CANARY + "-s3")
                            .put("S3SecretKey", Fleet.CANARY + "-s3-secret")
                            .put("CometServer", "")
                            .put("CometBucket", "")
                            .put("CometBucketKey", "");
                    return profile;
                });
        return answer(form.text("TargetUser"), id);
    }

    private void write(Form form, UnaryOperator<ObjectNode> change) {
        String username = form.text("TargetUser");
        if (form.optional("ProfileHash").isPresent()) {
            accounts.changeGuarded(username, form.text("ProfileHash"), Fleet.ADMIN, change);
        } else {
            accounts.change(username, Fleet.ADMIN, change);
        }
    }

    private ObjectNode answer(String username, String vault) {
        ObjectNode answer = switches.before(25, 6, 8) ? Calls.ok() : accounts.withHash(username);
        return answer.put("DestinationID", vault);
    }
}
