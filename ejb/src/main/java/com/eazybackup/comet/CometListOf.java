package com.eazybackup.comet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The lists that are too large to be held, and how their entries are read. */
final class CometListOf {

    private CometListOf() {}

    static CometList<?> entries(CometAnswer answer, Class<?> type) {
        if (type == UserProfile.class) {
            return CometList.map(answer, (name, user) -> Optional.of(new UserProfile(user)));
        }
        if (type == LiveConnection.class) {
            return CometList.map(answer, (id, live) -> Optional.of(LiveConnection.from(id, live)));
        }
        if (type == JobDetail.class) {
            return CometList.array(answer, (none, job) -> JobDetail.from(job));
        }
        return CometList.array(answer, (none, entry) -> record(entry, type));
    }

    /** One that is not of that shape is left out: who reads the rest is better off. */
    private static <T> Optional<T> record(JsonNode entry, Class<T> type) {
        try {
            return Optional.of(Wire.RECORDS.convertValue(entry, type));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
