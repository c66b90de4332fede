package com.eazybackup.pulse;

import com.eazybackup.fleet.Cause;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetJob;
import com.eazybackup.fleet.FleetTroubles;
import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.fleet.KnownJobs;
import com.eazybackup.fleet.Page;
import com.eazybackup.fleet.SnoozeSubjects;
import com.eazybackup.fleet.SnoozedTroubles;
import com.eazybackup.fleet.TroubleSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is the matter with a client's devices, and what of it the client does not want to hear of
 * for a while.
 *
 * <p>An incident is a {@link Cause} that devices need somebody for, by how they stand ({@link
 * FleetTroubles}). A better backup takes a device out of it. A snooze is of the job that stands for
 * a device, or of the device while it has none: what is snoozed is not told of until its time is
 * over, and the next backup is told of.
 *
 * <p>Cost: how devices stand is kept in memory ({@link FleetTroubles}); a snooze is one statement,
 * whatever the fleet.
 */
@ApplicationScoped
public class Incidents {

    /** Nothing is hidden for longer. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private FleetTroubles troubles;
    private SnoozeSubjects subjects;
    private SnoozedTroubles snoozed;
    private KnownJobs known;
    private Snoozes snoozes;
    private Clock clock;

    Incidents() {}

    @Inject
    Incidents(
            FleetTroubles troubles,
            SnoozeSubjects subjects,
            SnoozedTroubles snoozed,
            KnownJobs known,
            Snoozes snoozes,
            Clock clock) {
        this.troubles = troubles;
        this.subjects = subjects;
        this.snoozed = snoozed;
        this.known = known;
        this.snoozes = snoozes;
        this.clock = clock;
    }

    /**
     * @param words as {@link FleetTroubles#open} looks for them; blank for all
     * @return devices together by what is the matter, worst first, without the snoozed
     * @throws FleetUnreadable when the database does not answer
     */
    public TroubleSummary groups(ClientScope scope, String words) {
        return troubles.open(scope, words);
    }

    /**
     * @param page from 1
     * @return the jobs that stand for devices and came out badly, worst first, without the snoozed
     * @throws FleetUnreadable when the database does not answer
     */
    public Page<FleetJob> open(ClientScope scope, int page, int size) {
        return troubles.jobs(scope, page, size);
    }

    /**
     * @return what is snoozed, the next to end first
     * @throws FleetUnreadable when the database does not answer
     */
    public SnoozedTroubles.Answer snoozed(ClientScope scope) {
        return snoozed.of(scope);
    }

    /**
     * @return whether the client may see each of these devices
     * @throws FleetUnreadable when the database does not answer
     */
    public boolean concerns(ClientScope scope, Set<String> devices) {
        return subjects.has(scope, devices);
    }

    /**
     * Hides what devices need somebody for, all at once or not at all.
     *
     * @param wish what of it
     * @param by whose wish it is, as people are named
     * @return what was hidden; of devices that the client does not have nothing is
     * @throws FleetUnreadable when the database does not answer
     */
    public Snoozed snooze(ClientScope scope, GroupWish wish, String by) {
        Instant now = clock.instant();
        Instant asOf = wish.asOf().orElse(now);
        List<String> hidden =
                wish.cause()
                        .map(cause -> subjects.of(scope, cause, asOf))
                        .orElseGet(() -> subjects.of(scope, wish.devices(), asOf));
        Instant until = until(now, wish.minutes());
        if (hidden.isEmpty()) {
            return new Snoozed("", 0, until);
        }
        String id = UUID.randomUUID().toString();
        snoozes.write(scope.client(), hidden, new Snoozes.Wish(id, until, by, now));
        return new Snoozed(id, hidden.size(), until);
    }

    /**
     * Tells again of all that one wish hides. What somebody has wished to be hidden for longer
     * since stays as it is.
     *
     * @param wish its id
     * @return how many it hid; 0 when the client has no such wish, or it is over
     * @throws FleetUnreadable when the database does not answer
     */
    public int wakeAll(ClientScope scope, String wish) {
        return snoozes.endWish(scope.client(), wish);
    }

    /**
     * @return whether the client has such a wish
     * @throws FleetUnreadable when the database does not answer
     */
    public boolean wished(ClientScope scope, String wish) {
        return snoozes.hasWish(scope.client(), wish);
    }

    /**
     * @return whether the client may see that job
     * @throws FleetUnreadable when the database does not answer
     */
    public boolean concerns(ClientScope scope, String jobId) {
        return known.has(scope, jobId);
    }

    /**
     * Hides a job's incident, from now on and anew each time. One that lasts longer is not
     * shortened.
     *
     * @param minutes more than 0; what is longer than {@link #LONGEST} ends then
     * @param by whose wish it is, as people are named
     * @return what holds now; empty when the client has no such job, and then nothing was done
     * @throws FleetUnreadable when the database does not answer
     */
    public Optional<Snooze> snooze(ClientScope scope, String jobId, long minutes, String by) {
        Instant now = clock.instant();
        Instant until = until(now, minutes);
        if (!known.has(scope, jobId)) {
            return Optional.empty();
        }
        Snoozes.Wish wish = new Snoozes.Wish(UUID.randomUUID().toString(), until, by, now);
        return Optional.of(snoozes.write(scope.client(), jobId, wish));
    }

    private static Instant until(Instant now, long minutes) {
        if (minutes <= 0) {
            throw new IllegalArgumentException("minutes is more than 0, not " + minutes);
        }
        return now.plus(Duration.ofMinutes(Math.min(minutes, LONGEST.toMinutes())));
    }

    /**
     * Takes a snooze back. What somebody has wished since stays as it is.
     *
     * @param until when the one ends that is taken back
     * @return false when the client has no such job, and then nothing was done
     * @throws FleetUnreadable when the database does not answer
     */
    public boolean takeBack(ClientScope scope, String jobId, Instant until) {
        if (!known.has(scope, jobId)) {
            return false;
        }
        snoozes.end(scope.client(), jobId, until);
        return true;
    }

    /**
     * Tells of a job's incident again, whether or not it was snoozed.
     *
     * @return false when the client has no such job, and then nothing was done
     * @throws FleetUnreadable when the database does not answer
     */
    public boolean wake(ClientScope scope, String jobId) {
        if (!known.has(scope, jobId)) {
            return false;
        }
        snoozes.end(scope.client(), jobId);
        return true;
    }
}
