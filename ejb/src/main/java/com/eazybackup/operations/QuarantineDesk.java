package com.eazybackup.operations;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.fleet.Page;
import com.eazybackup.ingest.OpenFrames;
import com.eazybackup.ingest.Quarantine;
import com.eazybackup.ingest.QuarantinedFrame;
import com.eazybackup.ingest.Replay;
import com.eazybackup.platform.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * An operator's hands on the quarantine.
 *
 * <p>Every method throws {@link AccessRefused} for who may not, and {@link DatabaseUnavailable}
 * when the database does not answer, unless it says otherwise.
 */
@ApplicationScoped
public class QuarantineDesk {

    private static final int MOST_AT_ONCE = 500;

    private Door door;
    private Quarantine quarantine;
    private OpenFrames open;

    QuarantineDesk() {}

    @Inject
    public QuarantineDesk(Door door, Quarantine quarantine, OpenFrames open) {
        this.door = door;
        this.quarantine = quarantine;
        this.open = open;
    }

    /**
     * @return how many frames wait, at most three seconds old; empty while the database does not
     *     answer
     */
    public OptionalLong open() {
        door.enter(Action.COUNT_QUARANTINE);
        try {
            return OptionalLong.of(
                    open.byProfile().values().stream().mapToLong(Long::longValue).sum());
        } catch (SQLException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * @param page from 1
     * @return those in that state, the last heard of first
     */
    public Page<QuarantinedFrame> list(QuarantinedFrame.State state, int page, int size) {
        door.enter(Action.SEE_QUARANTINE);
        try {
            return quarantine.list(state, page, size);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /**
     * Reads a frame again.
     *
     * @return never {@link Replay#NOT_FOUND}
     * @throws AccessRefused also when there is no such frame
     */
    public Replay replay(long id) {
        Replay outcome;
        try {
            mustBeThere(Action.REPLAY_FRAME, id);
            outcome =
                    door.act(
                            Action.REPLAY_FRAME,
                            Long.toString(id),
                            () -> quarantine.replay(id),
                            QuarantineDesk::word);
        } catch (SQLException e) {
            throw unavailable(e);
        }
        open.changed();
        known(outcome != Replay.NOT_FOUND);
        return outcome;
    }

    /** Reads every open frame again, the first that came first, {@value #MOST_AT_ONCE} at most. */
    public ReplayedFrames replayAll() {
        door.enter(Action.REPLAY_FRAMES);
        try {
            return door.act(Action.REPLAY_FRAMES, "open", this::replayOpen, ReplayedFrames::word);
        } catch (SQLException e) {
            throw unavailable(e);
        } finally {
            open.changed();
        }
    }

    private ReplayedFrames replayOpen() throws SQLException {
        int done = 0;
        int left = 0;
        for (long id : quarantine.openIds(MOST_AT_ONCE)) {
            if (quarantine.replay(id).done()) {
                done++;
            } else {
                left++;
            }
        }
        return new ReplayedFrames(done, left);
    }

    /**
     * Throws a frame away.
     *
     * @throws AccessRefused also when there is no such frame
     */
    public void discard(long id) {
        boolean there;
        try {
            mustBeThere(Action.DISCARD_FRAME, id);
            there =
                    door.act(
                            Action.DISCARD_FRAME,
                            Long.toString(id),
                            () -> quarantine.discard(id),
                            found -> found ? "ok" : "not-found");
        } catch (SQLException e) {
            throw unavailable(e);
        }
        open.changed();
        known(there);
    }

    private void mustBeThere(Action action, long id) throws SQLException {
        door.enter(action);
        if (!quarantine.has(id)) {
            throw door.foreign(action, Long.toString(id));
        }
    }

    private static String word(Replay outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void known(boolean known) {
        if (!known) {
            throw new AccessRefused(AccessRefused.Reason.NOT_FOUND);
        }
    }

    private static DatabaseUnavailable unavailable(SQLException e) {
        return new DatabaseUnavailable("the quarantine does not answer", e);
    }
}
