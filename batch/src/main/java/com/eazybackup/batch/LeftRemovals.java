package com.eazybackup.batch;

import com.eazybackup.ingest.AccountDrop;
import com.eazybackup.ingest.UnpaidDevices;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a run has found gone at one Comet Server, and whether it has left it to an operator: as the
 * run's details keep it, so that a confirmation covers what was shown and nothing else.
 */
record LeftRemovals(AccountDrop drop, UnpaidDevices unpaid) {

    static LeftRemovals read(JsonNode profile) {
        return new LeftRemovals(
                new AccountDrop(
                        profile.path("known").asInt(),
                        profile.path("accounts").asInt(),
                        profile.path("gone").asInt(),
                        profile.path("suspicious").asBoolean(),
                        profile.path("gone_fingerprint").asText()),
                new UnpaidDevices(
                        profile.path("unpaid").asInt(),
                        profile.path("unpaid_fingerprint").asText(),
                        profile.path("unpaid_everywhere").asBoolean()));
    }

    ObjectNode write(ObjectNode profile) {
        return profile.put("accounts", drop.listed())
                .put("known", drop.known())
                .put("gone", drop.gone())
                .put("gone_fingerprint", drop.fingerprint())
                .put("suspicious", drop.suspicious())
                .put("unpaid", unpaid.count())
                .put("unpaid_fingerprint", unpaid.fingerprint())
                .put("unpaid_everywhere", unpaid.everywhere());
    }

    /**
     * @return whether an operator must say something
     */
    boolean any() {
        return drop.suspicious() || unpaid.count() > 0;
    }
}
