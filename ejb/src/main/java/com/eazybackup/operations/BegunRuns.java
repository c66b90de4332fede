package com.eazybackup.operations;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.monitor.MonitorBusy;
import com.eazybackup.operations.OperationRefused.Reason;
import com.eazybackup.platform.DatabaseUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which runs of the monitor have begun, and at which Comet Servers none has.
 *
 * @param begun at least one
 */
public record BegunRuns(List<Begun> begun, List<NotBegun> others) {

    /** A run that has begun. */
    public record Begun(String profile, long run) {}

    /**
     * A Comet Server at which none has.
     *
     * @param sentence fit for an operator
     */
    public record NotBegun(String profile, Why why, String sentence) {}

    /** Why none has begun. */
    public enum Why {
        /** One is under way. */
        BUSY,
        /** The database does not answer. */
        DATABASE,
        /** The portal is ending. */
        ENDING;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Begins a run at one Comet Server. */
    interface Beginning {
        long begin(ProfileName profile) throws MonitorBusy, InterruptedException;
    }

    /**
     * Begins one after the other. After the database has not answered once the next ones are not
     * tried: each would be waited for as long.
     *
     * @throws DatabaseUnavailable when none has begun because of the database
     * @throws OperationRefused when none has for another reason
     */
    static BegunRuns of(List<ProfileName> profiles, Beginning beginning) {
        List<Begun> begun = new ArrayList<>();
        List<NotBegun> others = new ArrayList<>();
        Why stopped = null;
        for (ProfileName each : profiles) {
            if (stopped != null) {
                others.add(new NotBegun(each.value(), stopped, sentence(stopped)));
                continue;
            }
            try {
                begun.add(new Begun(each.value(), beginning.begin(each)));
            } catch (MonitorBusy e) {
                others.add(new NotBegun(each.value(), Why.BUSY, e.getMessage()));
            } catch (IllegalStateException e) {
                if (begun.isEmpty()) {
                    throw new DatabaseUnavailable("the monitor cannot begin", e);
                }
                stopped = Why.DATABASE;
                others.add(new NotBegun(each.value(), stopped, sentence(stopped)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped = Why.ENDING;
                others.add(new NotBegun(each.value(), stopped, sentence(stopped)));
            }
        }
        if (begun.isEmpty()) {
            throw new OperationRefused(Reason.CONFLICT, first(others));
        }
        return new BegunRuns(List.copyOf(begun), List.copyOf(others));
    }

    private static String first(List<NotBegun> others) {
        return others.isEmpty() ? "No Comet Server is known here." : others.get(0).sentence();
    }

    private static String sentence(Why why) {
        return why == Why.ENDING
                ? "The portal is ending."
                : "The database does not answer at the moment.";
    }
}
