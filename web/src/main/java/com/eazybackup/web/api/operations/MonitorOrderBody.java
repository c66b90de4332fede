package com.eazybackup.web.api.operations;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.monitor.MonitorRequest;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import java.util.Optional;

/** What a run is to do; what is missing is as in the settings. */
record MonitorOrderBody(
        String profile,
        Boolean dryRun,
        Integer staleSecs,
        Integer recheckSecs,
        Integer maxAttempts,
        Integer limit) {

    private static final int DAY = 86_400;
    private static final int MOST_JOBS = 10_000;

    static final MonitorOrderBody NONE = new MonitorOrderBody(null, null, null, null, null, null);

    Optional<ProfileName> server() {
        return Optional.ofNullable(profile).filter(name -> !name.isEmpty()).map(ProfileName::new);
    }

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} and a sentence for a bad number
     */
    MonitorRequest request() {
        // Shorter, and a job would be given up that only waits for its device.
        check("stale_secs", staleSecs, 60, DAY);
        check("recheck_secs", recheckSecs, 1, DAY);
        check("max_attempts", maxAttempts, 1, 100);
        check("limit", limit, 1, MOST_JOBS);
        return new MonitorRequest(
                Boolean.TRUE.equals(dryRun), staleSecs, recheckSecs, maxAttempts, limit);
    }

    private static void check(String name, Integer number, int least, int most) {
        if (number != null && (number < least || number > most)) {
            throw new ProblemException(
                    ProblemCode.VALIDATION,
                    name + " is a number from " + least + " to " + most + ".");
        }
    }
}
