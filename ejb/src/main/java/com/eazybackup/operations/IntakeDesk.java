package com.eazybackup.operations;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.Page;
import com.eazybackup.ingest.CatchUpHistory;
import com.eazybackup.ingest.IntakeStatus;
import com.eazybackup.ingest.IntakeWatch;
import com.eazybackup.ingest.RecordedCatchUp;
import com.eazybackup.ingest.RunningCounts;
import com.eazybackup.ingest.RunningCounts.Count;
import com.eazybackup.platform.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operator's view of the intakes on this node, and what may be asked of them.
 *
 * <p>Every method throws {@link AccessRefused} for who may not.
 */
@ApplicationScoped
public class IntakeDesk {

    private Door door;
    private IntakeWatch intakes;
    private CatchUpHistory history;
    private RunningCounts jobs;

    IntakeDesk() {}

    @Inject
    public IntakeDesk(Door door, IntakeWatch intakes, CatchUpHistory history, RunningCounts jobs) {
        this.door = door;
        this.intakes = intakes;
        this.history = history;
        this.jobs = jobs;
    }

    /**
     * Costs no query: it also works while the database does not.
     *
     * @return in the order of the settings
     */
    public List<IntakeStatus> streams() {
        door.enter(Action.SEE_INTAKE);
        return intakes.all();
    }

    /**
     * @return jobs without an end by Comet Server, at most three seconds old, one without any left
     *     out; empty while the database does not answer
     */
    public Optional<Map<String, Count>> jobs() {
        door.enter(Action.SEE_INTAKE);
        try {
            return Optional.of(jobs.byProfile());
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /**
     * Has all of a server's lists read again, soon after.
     *
     * @throws AccessRefused also when this node has no such Comet Server
     * @throws DatabaseUnavailable when it cannot be written down; nothing is done then
     */
    public void readAgain(ProfileName profile) {
        mustBeKnown(Action.READ_LISTS_AGAIN, profile);
        known(
                door.act(
                        Action.READ_LISTS_AGAIN,
                        profile.value(),
                        () -> intakes.readAgain(profile),
                        IntakeDesk::word));
    }

    /**
     * Ends a pause between two attempts to connect.
     *
     * @throws AccessRefused also when this node has no such Comet Server
     * @throws DatabaseUnavailable when it cannot be written down; nothing is done then
     */
    public void tryNow(ProfileName profile) {
        mustBeKnown(Action.CONNECT_NOW, profile);
        known(
                door.act(
                        Action.CONNECT_NOW,
                        profile.value(),
                        () -> intakes.tryNow(profile),
                        IntakeDesk::word));
    }

    /**
     * @param profile only of this Comet Server
     * @param page from 1
     * @return what all nodes have recorded, the newest first
     */
    public Page<RecordedCatchUp> catchUps(Optional<ProfileName> profile, int page, int size) {
        door.enter(Action.SEE_CATCH_UPS);
        try {
            return history.list(profile, page, size);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("cannot read eb_catch_ups", e);
        }
    }

    private void mustBeKnown(Action action, ProfileName profile) {
        door.enter(action);
        if (intakes.of(profile).isEmpty()) {
            throw door.foreign(action, profile.value());
        }
    }

    private static String word(boolean known) {
        return known ? "ok" : "not-found";
    }

    private static void known(boolean known) {
        if (!known) {
            throw new AccessRefused(AccessRefused.Reason.NOT_FOUND);
        }
    }
}
