package com.eazybackup.ingest;

import com.eazybackup.comet.DeviceConfig;
import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobStatus;
import com.eazybackup.comet.UserProfile;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that a Comet Server said, from the stream or on being asked. User names are as Comet
 * spells them.
 *
 * <p>{@code at} is when it happened by the server's clock, but never in our future. {@code heard}
 * is when it reached us or, of a list, when we began to ask for it; by our own clock, so that the
 * two can be compared however wrong the server's is.
 */
sealed interface News {

    /**
     * @return Unix seconds
     */
    long at();

    /**
     * @param ended whether this says that the job is over
     */
    record Job(JobDetail job, boolean ended, long at) implements News {

        /**
         * @return Unix seconds, 0 while it runs
         */
        long endedAt() {
            return ended ? Math.max(1, job.endedAt() > 0 ? job.endedAt() : at) : 0;
        }

        /**
         * From a list, where the status says how the job stands. One that says nothing we know ends
         * no job that has no end.
         */
        static Job listed(JobDetail job, long at) {
            boolean unclear = JobStatus.of(job.status()) == JobStatus.UNKNOWN && job.endedAt() == 0;
            return new Job(job, !job.running() && !unclear, at);
        }
    }

    /**
     * A complete profile: what it does not list is not there.
     *
     * @param told by an event; else it was asked for
     */
    record Profile(UserProfile profile, boolean told, long at, Instant heard) implements News {

        /** From a list or a call that began at that time. */
        static Profile listed(UserProfile profile, Instant began) {
            return new Profile(profile, false, began.getEpochSecond(), began);
        }

        /** Whether the other one says the same. */
        boolean says(Profile other) {
            return profile.tree().equals(other.profile().tree());
        }
    }

    /** A profile has changed, and how must be asked. */
    record ProfileChanged(String username, long at) implements News {}

    /**
     * @param told by an event; else it was missing in a complete list
     */
    record AccountRemoved(String username, boolean told, long at, Instant heard) implements News {

        /** Of a list that was asked for then and has none of them. */
        static List<News> missing(Collection<String> usernames, Instant began) {
            return usernames.stream()
                    .<News>map(
                            name -> new AccountRemoved(name, false, began.getEpochSecond(), began))
                    .toList();
        }
    }

    /**
     * @param username empty when the event does not name the user
     * @param actor who caused it: the user itself, or an administrator
     */
    record DeviceAdded(String username, String actor, String deviceId, DeviceConfig config, long at)
            implements News {}

    /** See {@link DeviceAdded}. */
    record DeviceRemoved(String username, String actor, String deviceId, long at) implements News {}

    /** A device has connected or disconnected under one user. */
    record Presence(Spot spot, boolean online, long at, Instant heard) implements News {}

    /**
     * How some devices are connected, by a list.
     *
     * @param changed whether each is connected that is not shown so
     * @param same the same of those that are shown so: to be remembered
     * @param began when we began to ask
     */
    record Presences(Map<Spot, Boolean> changed, Map<Spot, Boolean> same, Instant began)
            implements News {

        @Override
        public long at() {
            return began.getEpochSecond();
        }
    }

    /**
     * Devices whose client has no active service for their user any more.
     *
     * @param rows ids of {@code comet_devices}
     * @param began when that was found
     */
    record Orphans(Set<String> rows, Instant began) implements News {

        @Override
        public long at() {
            return began.getEpochSecond();
        }
    }

    /**
     * A sign of life that no row is written for.
     *
     * @param unknownType the kind of event when we do not know it, such as {@code event type 4999};
     *     else empty
     */
    record Nothing(String unknownType, long at) implements News {

        /** Of a kind that we know. */
        Nothing(long at) {
            this("", at);
        }
    }

    /**
     * What could not be understood or stored, and why.
     *
     * @param frame as it came; empty when it was no event
     */
    record Unreadable(String reason, String frame, long at) implements News {}

    /** One device under one user. The same device under another user is another spot. */
    record Spot(String username, String deviceId) {}
}
