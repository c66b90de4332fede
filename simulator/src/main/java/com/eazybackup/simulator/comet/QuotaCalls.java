package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.provider.Shelf;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Limits that several vaults share, which they name in StorageLimitID. */
final class QuotaCalls {

    private final Fleet fleet;
    private final Shelf quotas;
    private final Documents documents;

    QuotaCalls(Fleet fleet, Switches switches, Shelf quotas) {
        this.fleet = fleet;
        this.quotas = quotas;
        this.documents = new Documents(quotas, switches);
    }

    void register(Calls calls) {
        calls.add("squota/list-all", this::list);
        calls.add("squota/get-with-hash", this::get);
        calls.add("squota/set-with-hash", this::set);
        calls.add("squota/delete", this::delete);
    }

    private ObjectNode list(Form form) {
        ObjectNode answer = Calls.ok();
        answer.set("Entries", documents.all(form));
        return answer;
    }

    private ObjectNode get(Form form) {
        String id = form.text("SharedStorageQuotaID");
        ObjectNode answer = Calls.ok();
        answer.set("SharedStorageQuota", documents.get(id));
        return answer.put("SharedStorageQuotaHash", quotas.hash(id).orElseThrow())
                .put("CurrentUsage", usage(id));
    }

    private ObjectNode set(Form form) {
        String id = form.text("SharedStorageQuotaID");
        documents.checkHash(id, form.optional("CheckHash"));
        boolean isNew = quotas.put(id, FormJson.object(form, "SharedStorageQuota"));
        fleet.announce(
                isNew ? EventKind.SQUOTA_NEW : EventKind.SQUOTA_UPDATED, id, Optional.empty());
        return Calls.ok().put("SharedStorageQuotaHash", quotas.hash(id).orElseThrow());
    }

    private ObjectNode delete(Form form) {
        documents.remove(form.text("SharedStorageQuotaID"));
        fleet.announce(
                EventKind.SQUOTA_REMOVED, form.text("SharedStorageQuotaID"), Optional.empty());
        return Calls.ok();
    }

    /** Bytes in all vaults that share it. */
    private long usage(String id) {
        AtomicLong bytes = new AtomicLong();
        fleet.eachProfile(
                (username, profile) -> {
                    for (JsonNode vault : profile.path("Destinations")) {
                        if (vault.path("StorageLimitID").asText().equals(id)) {
                            bytes.addAndGet(
                                    vault.path("Statistics")
                                            .path("ClientProvidedSize")
                                            .path("Size")
                                            .asLong());
                        }
                    }
                });
        return bytes.get();
    }
}
