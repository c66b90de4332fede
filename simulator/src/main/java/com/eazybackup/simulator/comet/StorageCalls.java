package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.provider.Shelf;
import com.eazybackup.simulator.provider.Shelves;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Where the server itself keeps vaults: buckets, and how much room there is. */
final class StorageCalls {

    private final Fleet fleet;
    private final Permission permission;
    private final Shelf buckets;
    private final Documents documents;

    StorageCalls(Fleet fleet, Switches switches, Permission permission, Shelf buckets) {
        this.fleet = fleet;
        this.permission = permission;
        this.buckets = buckets;
        this.documents = new Documents(buckets, switches);
    }

    void register(Calls calls) {
        calls.add("storage/list-buckets", documents::all);
        calls.add("storage/bucket-properties", this::properties);
        calls.add("storage/register-bucket", this::create);
        calls.add("storage/delete-bucket", this::delete);
        calls.add("storage/free-space", permission.topLevel(form -> freeSpace()));
        calls.add("storage/ping-destination", permission.topLevel(this::ping));
    }

    /** A size older than AfterTimestamp is measured again. */
    private ObjectNode properties(Form form) {
        String id = form.text("BucketID");
        ObjectNode bucket = documents.get(id);
        ObjectNode size = Json.object(bucket, "Size");
        long after = Long.parseLong(form.optional("AfterTimestamp").orElse("0"));
        if (size.path("MeasureCompleted").asLong() < after) {
            size.put("MeasureStarted", fleet.now()).put("MeasureCompleted", fleet.now());
            buckets.put(id, bucket);
        }
        return bucket;
    }

    private ObjectNode create(Form form) {
        ObjectNode bucket = Shelves.bucket("", form.text("SetOrganizationID"), fleet.now(), 0);
        bucket.put("CreateTime", fleet.now());
        String id;
        if (form.optional("SetBucketValue").isPresent()) {
            id = form.text("SetBucketValue");
            if (!buckets.put(id, bucket)) {
                throw new CallRefused(400, "The bucket exists already");
            }
        } else {
            id = buckets.add(bucket);
        }
        String key = Fleet.CANARY + "-bucket-" + id;
        buckets.put(id, bucket.put("ReadWriteKey", key));
        fleet.announce(EventKind.BUCKET_NEW, id, Optional.empty());
        return Calls.ok().put("NewBucketID", id).put("NewBucketKey", key);
    }

    private ObjectNode delete(Form form) {
        documents.remove(form.text("BucketID"));
        fleet.announce(EventKind.BUCKET_REMOVED, form.text("BucketID"), Optional.empty());
        return Calls.ok();
    }

    private static ObjectNode freeSpace() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Unlimited", false)
                .put("UsedPercent", 61.4)
                .put("AvailableBytes", 9L << 40);
    }

    /** A host whose name ends in {@code .invalid} is not there. */
    private ObjectNode ping(Form form) {
        FormJson.object(form, "ExtraData")
                .forEach(
                        value -> {
                            if (value.asText().endsWith(".invalid")) {
                                throw new CallRefused(
                                        500, "lookup " + value.asText() + ": no such host");
                            }
                        });
        return Calls.ok();
    }
}
