package com.eazybackup.operations;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.AdminDoor;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.Page;
import com.eazybackup.ingest.CatchUpHistory;
import com.eazybackup.ingest.IntakeStatus;
import com.eazybackup.ingest.IntakeWatch;
import com.eazybackup.ingest.RecordedCatchUp;
import com.eazybackup.platform.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * An operator's view of the intakes on this node, and what may be asked of them.
 *
 * <p>Every method throws {@link AccessRefused} for who is no administrator.
 */
@ApplicationScoped
public class IntakeDesk {

    private AdminDoor door;
    private IntakeWatch intakes;
    private CatchUpHistory history;

    IntakeDesk() {}

    @Inject
    public IntakeDesk(AdminDoor door, IntakeWatch intakes, CatchUpHistory history) {
        this.door = door;
        this.intakes = intakes;
        this.history = history;
    }

    /**
     * Costs no query: it also works while the database does not.
     *
     * @return in the order of the settings
     */
    public List<IntakeStatus> streams() {
        door.enter("intake.status");
        return intakes.all();
    }

    /**
     * Has all of a server's lists read again, soon after.
     *
     * @throws AccessRefused also when this node has no such Comet Server
     * @throws DatabaseUnavailable when it cannot be written down; nothing is done then
     */
    public void readAgain(ProfileName profile) {
        known(
                door.act(
                        "intake.catch-up",
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
        known(
                door.act(
                        "intake.connect",
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
        door.enter("intake.catch-ups");
        try {
            return history.list(profile, page, size);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("cannot read eb_catch_ups", e);
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
