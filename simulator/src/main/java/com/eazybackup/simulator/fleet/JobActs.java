package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Jobs start, report, end, and sometimes end without anybody being told. */
public final class JobActs {

    private static final int BACKUP = 4001;

    private final Fleet fleet;

    JobActs(Fleet fleet) {
        this.fleet = fleet;
    }

    /** {@link #start(String, String, String, String, int)} of a backup. */
    public String start(String username, String device, String item, String vault) {
        return start(username, device, item, vault, BACKUP);
    }

    /**
     * A job begins now and is told as SEVT_JOB_NEW.
     *
     * @param item may be "" for jobs that have none, and so may the vault
     * @param classification 4001 backup, 4002 restore, ...
     * @return the job's GUID
     * @throws IllegalArgumentException for an unknown account
     */
    public String start(
            String username, String device, String item, String vault, int classification) {
        synchronized (fleet) {
            ObjectNode profile = fleet.liveProfile(username);
            ObjectNode job =
                    JobJson.running(
                            fleet.next("job"),
                            profile,
                            new JobPlace(username, device, item, vault),
                            classification,
                            fleet.now());
            fleet.putJob(job);
            noteInProfile(job);
            tell(EventKind.JOB_NEW, job);
            return job.path("GUID").asText();
        }
    }

    /**
     * The server hands a job to a device, which has not begun (6004): told as SEVT_JOB_NEW.
     *
     * @return the job's GUID
     * @throws IllegalArgumentException for an unknown account
     */
    String order(Order order) {
        synchronized (fleet) {
            ObjectNode job =
                    JobJson.running(
                            fleet.next("job"),
                            fleet.liveProfile(order.username()),
                            order.place(),
                            order.kind().classification(),
                            fleet.now());
            job.put("Status", JobStatuses.NOT_YET_STARTED).remove("BackupRuleGUID");
            if (!order.rule().isEmpty()) {
                job.put("BackupRuleGUID", order.rule());
            }
            fleet.unfinishedJobs().stream()
                    .filter(other -> sameVault(other, job))
                    .findFirst()
                    .ifPresent(other -> job.put("ConflictingJobID", other.path("GUID").asText()));
            fleet.putJob(job);
            noteInProfile(job);
            tell(EventKind.JOB_NEW, job);
            return job.path("GUID").asText();
        }
    }

    /** The device has begun (6001); nothing is streamed. A job that runs already stays so. */
    void begin(String id) {
        synchronized (fleet) {
            ObjectNode job = fleet.liveJob(id);
            if (job.path("Status").asInt() == JobStatuses.NOT_YET_STARTED) {
                job.put("Status", JobStatuses.RUNNING);
            }
        }
    }

    private static boolean sameVault(JsonNode one, JsonNode other) {
        return one.path("DestinationGUID").equals(other.path("DestinationGUID"))
                && !one.path("DestinationGUID").asText().isEmpty()
                && one.path("Username").equals(other.path("Username"));
    }

    /** The device reports; nothing is streamed, a poll sees it. */
    public void progress(
            String id, long bytesDone, long bytesTotal, long itemsDone, long itemsTotal) {
        synchronized (fleet) {
            JobJson.progress(
                    fleet.liveJob(id), fleet.now(), bytesDone, bytesTotal, itemsDone, itemsTotal);
        }
    }

    /** The server shows that so much has been sent, while the device reports nothing. */
    public void sent(String id, long bytes) {
        synchronized (fleet) {
            ObjectNode job = fleet.liveJob(id);
            job.put("UploadSize", bytes).remove("Progress");
        }
    }

    /**
     * The device reports the end: SEVT_JOB_COMPLETED, and a profile event when statistics changed.
     *
     * @param status a {@link JobStatuses} of 5000 or 7xxx
     */
    public void finish(String id, int status) {
        synchronized (fleet) {
            end(id, status);
            tell(EventKind.JOB_COMPLETED, fleet.liveJob(id));
            tellProfile(fleet.liveJob(id));
        }
    }

    /**
     * The server notes a job that never began.
     *
     * @param status {@link JobStatuses#MISSED} or {@link JobStatuses#SKIPPED}
     */
    public String neverStarted(
            String username, String device, String item, String vault, int status) {
        synchronized (fleet) {
            JobPlace place = new JobPlace(username, device, item, vault);
            long now = fleet.now();
            ObjectNode job =
                    JobJson.ended(
                            fleet.next("job"),
                            fleet.liveProfile(username),
                            place,
                            status,
                            now,
                            now);
            fleet.putJob(job);
            noteInProfile(job);
            if (fleet.habits().streamsMissedJobs) {
                tell(EventKind.JOB_COMPLETED, job);
            }
            return job.path("GUID").asText();
        }
    }

    /** An administrator cancels (7005); by default no event tells of it. */
    public void cancelByAdmin(String id) {
        byAdmin(id, JobStatuses.CANCELLED);
    }

    /**
     * An administrator gives the job up (7007); the device may still be at it, see {@link #revive}.
     */
    public void abandon(String id) {
        byAdmin(id, JobStatuses.ABANDONED);
    }

    /** An abandoned job turns out to be alive (6002): it runs again, no event. */
    public void revive(String id) {
        synchronized (fleet) {
            ObjectNode job = fleet.liveJob(id);
            job.put("Status", JobStatuses.REVIVED)
                    .put("EndTime", 0)
                    .put("CancellationID", fleet.next("revive").uuid());
            JobJson.progress(job, fleet.now(), job.path("UploadSize").asLong(), 0, 0, 0);
        }
    }

    /** The server shows another status, whatever it means; nothing is streamed. */
    public void show(String id, int status) {
        synchronized (fleet) {
            fleet.liveJob(id).put("Status", status);
        }
    }

    /** The server forgets a job that began since the fleet did; nothing is streamed. */
    public void forget(String id) {
        synchronized (fleet) {
            fleet.removeJob(id);
        }
    }

    /** The server shows an end, and a status as before; nothing is streamed. */
    public void showEnd(String id) {
        synchronized (fleet) {
            fleet.liveJob(id).put("EndTime", fleet.now());
        }
    }

    private void byAdmin(String id, int status) {
        synchronized (fleet) {
            end(id, status);
            if (fleet.habits().streamsAdminActs) {
                tell(EventKind.JOB_COMPLETED, fleet.liveJob(id));
            }
        }
    }

    private void end(String id, int status) {
        ObjectNode job = fleet.liveJob(id);
        JobJson.end(fleet.next("end"), fleet.liveProfile(owner(job)), job, status, fleet.now());
        noteInProfile(job);
    }

    /** Statistics are part of the profile, so its hash changes with every job. */
    private void noteInProfile(ObjectNode job) {
        ObjectNode profile = fleet.liveProfile(owner(job));
        if (Statistics.note(profile, job)) {
            fleet.putProfile(owner(job), profile);
        }
    }

    private void tellProfile(ObjectNode job) {
        if (fleet.habits().profileEventAfterJob) {
            String owner = owner(job);
            fleet.tell(
                    EventKind.ACCOUNT_UPDATED, owner, owner, Optional.of(fleet.liveProfile(owner)));
        }
    }

    private void tell(EventKind kind, JsonNode job) {
        fleet.tell(kind, owner(job), job.path("GUID").asText(), Optional.of(job));
    }

    private static String owner(JsonNode job) {
        return job.path("Username").asText();
    }
}
