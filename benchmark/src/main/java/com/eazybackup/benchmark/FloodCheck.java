package com.eazybackup.benchmark;

import com.eazybackup.simulator.fleet.NumberedJobs;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.OptionalLong;

/**
 * Holds the tables against what was sent: every job of a flood has its row and has ended, none is
 * left among the running ones, each has one line of its end in the feed.
 *
 * @param gaps jobs without a row or without an end
 * @param left jobs that are over and still among the running ones
 * @param untold jobs whose end is not in the feed
 * @param doubled lines of the feed that say again what one before has said
 */
record FloodCheck(int jobs, int gaps, long left, int untold, int doubled) {

    static FloodCheck of(MeasuredWorld world, FloodLog log, int jobs, long changesAfter)
            throws SQLException {
        BitSet ended = new BitSet();
        BitSet startLines = new BitSet();
        BitSet endLines = new BitSet();
        int doubled = 0;
        try (Connection connection = world.world().connect()) {
            try (PreparedStatement select =
                            connection.prepareStatement(
                                    "SELECT id FROM comet_jobs WHERE status = 5000"
                                            + " AND ended_at IS NOT NULL");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    note(ended, log, NumberedJobs.number(row.getString(1)));
                }
            }
            try (PreparedStatement select =
                    connection.prepareStatement(
                            "SELECT kind, body FROM eb_changes WHERE id > ?"
                                    + " AND kind IN ('job:start', 'job:end')")) {
                select.setLong(1, changesAfter);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        BitSet lines = row.getString(1).equals("job:end") ? endLines : startLines;
                        doubled += note(lines, log, FloodLog.numberIn(row.getString(2)));
                    }
                }
            }
        }
        long left =
                world.number("SELECT COUNT(*) FROM eb_jobs_live WHERE job_id LIKE '%-4f1d-8f1d-%'");
        return new FloodCheck(
                jobs, jobs - ended.cardinality(), left, jobs - endLines.cardinality(), doubled);
    }

    /**
     * @return 1 when it was noted before
     */
    private static int note(BitSet seen, FloodLog log, OptionalLong number) {
        if (number.isEmpty() || !log.has(number.getAsLong())) {
            return 0;
        }
        int index = log.index(number.getAsLong(), false);
        int before = seen.get(index) ? 1 : 0;
        seen.set(index);
        return before;
    }

    boolean complete() {
        return gaps == 0 && left == 0 && untold == 0;
    }

    @Override
    public String toString() {
        return "%,d jobs: %d missing, %d still running, %d ends untold, %d told twice"
                .formatted(jobs, gaps, left, untold, doubled);
    }
}
