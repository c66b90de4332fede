package com.eazybackup.comet;

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
        throw new IllegalArgumentException("No list of " + type);
    }
}
