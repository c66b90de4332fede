package com.eazybackup.ingest;

import com.eazybackup.comet.Engine;
import com.eazybackup.comet.JobClassification;
import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobStatus;
import com.eazybackup.comet.UserProfile;
import com.eazybackup.comet.VaultType;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Finds a code that our tables do not have in what a frame has said. Pure; does not throw.
 *
 * <p>Looks at what rows and pages are made of: the kind of event, a job's status and kind, the
 * engines of items and the types of vaults. A code that is not told at all is not unknown.
 */
final class UnknownCode {

    private static final int LONGEST = 60;

    private UnknownCode() {}

    /**
     * @return the first one, such as {@code job status 6042}; empty when all are known
     */
    static String in(News news) {
        String found = "";
        if (news instanceof News.Nothing sign) {
            found = sign.unknownType();
        } else if (news instanceof News.Job job) {
            found = of(job.job());
        } else if (news instanceof News.Profile profile) {
            found = of(profile.profile());
        }
        // It comes from outside and goes to the log and to a table.
        return Fit.to(LONGEST, found).replaceAll("\\p{Cntrl}", " ");
    }

    private static String of(JobDetail job) {
        if (JobStatus.of(job.status()) == JobStatus.UNKNOWN) {
            return "job status " + job.status();
        }
        int kind = job.classification();
        // Comet has a number of its own for jobs of no known kind: that one we know.
        boolean told = kind != 0 && kind != JobClassification.UNKNOWN.code();
        return told && JobClassification.of(kind) == JobClassification.UNKNOWN
                ? "job classification " + kind
                : "";
    }

    /** Not by the items and vaults themselves: making those costs a copy of each. */
    private static String of(UserProfile profile) {
        for (JsonNode item : profile.tree().path("Sources")) {
            String engine = item.path("Engine").asText();
            if (!engine.isEmpty() && Engine.of(engine) == Engine.UNKNOWN) {
                return "engine " + engine;
            }
        }
        for (JsonNode vault : profile.tree().path("Destinations")) {
            // The other name is what older servers send.
            String field = vault.has("DestinationType") ? "DestinationType" : "Type";
            int type = vault.path(field).asInt();
            if (VaultType.of(type) == VaultType.UNKNOWN) {
                return "vault type " + type;
            }
        }
        return "";
    }
}
