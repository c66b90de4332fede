package com.eazybackup.batch;

import com.eazybackup.platform.Portions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * The tables of the server's batch repository, which the runtime makes and writes itself. Read here
 * because the runtime's own answers about executions of another node come from its memory;
 * corrected here when a node has died, which no runtime writes down.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class BatchRepository {

    private static final String STEPS =
            "SELECT JOBEXECUTIONID, STEPNAME, BATCHSTATUS, COALESCE(READCOUNT, 0),"
                    + " COALESCE(WRITECOUNT, 0), COALESCE(READSKIPCOUNT, 0)"
                    + " + COALESCE(PROCESSSKIPCOUNT, 0) + COALESCE(WRITESKIPCOUNT, 0)"
                    + " + COALESCE(FILTERCOUNT, 0), COALESCE(UNIX_TIMESTAMP(STARTTIME), 0),"
                    + " COALESCE(UNIX_TIMESTAMP(ENDTIME), 0) FROM STEP_EXECUTION"
                    + " WHERE JOBEXECUTIONID IN (%s) ORDER BY STEPEXECUTIONID";

    private static final String STILL = "BATCHSTATUS IN ('STARTING', 'STARTED', 'STOPPING')";

    private static final int MILLIS = 1000;

    private DataSource database;

    BatchRepository() {}

    @Inject
    public BatchRepository(DataSource database) {
        this.database = database;
    }

    /**
     * @return steps in their order, by execution
     */
    Map<Long, List<StepRow>> steps(Collection<Long> executions) throws SQLException {
        Map<Long, List<StepRow>> found = new HashMap<>();
        if (executions.isEmpty()) {
            return found;
        }
        String marks = String.join(",", Collections.nCopies(executions.size(), "?"));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(STEPS.formatted(marks))) {
            int position = 1;
            for (long execution : executions) {
                select.setLong(position++, execution);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getLong(1), execution -> new ArrayList<>())
                            .add(
                                    new StepRow(
                                            row.getString(2),
                                            row.getString(3).toLowerCase(Locale.ROOT),
                                            row.getLong(4),
                                            row.getLong(5),
                                            row.getLong(6),
                                            row.getLong(7) * MILLIS,
                                            row.getLong(8) * MILLIS));
                }
            }
        }
        return found;
    }

    /**
     * @return how the runtime says that it stands, such as {@code STARTED}
     */
    Optional<String> status(long execution) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT BATCHSTATUS FROM JOB_EXECUTION WHERE JOBEXECUTIONID = ?")) {
            select.setLong(1, execution);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Writes down that the execution died with its node. Its checkpoint stays. */
    void died(long execution) throws SQLException {
        for (String table : List.of("JOB_EXECUTION", "STEP_EXECUTION")) {
            try (Connection connection = database.getConnection();
                    PreparedStatement update =
                            connection.prepareStatement(
                                    "UPDATE "
                                            + table
                                            + " SET BATCHSTATUS = 'FAILED', EXITSTATUS = 'FAILED'"
                                            + " WHERE JOBEXECUTIONID = ? AND "
                                            + STILL)) {
                update.setLong(1, execution);
                update.executeUpdate();
            }
        }
    }

    /**
     * @return executions deleted, with their steps
     */
    int forget(Instant before, BooleanSupplier stop) throws SQLException {
        return Portions.delete(
                database,
                "DELETE FROM JOB_INSTANCE WHERE JOBINSTANCEID NOT IN"
                        + " (SELECT JOBINSTANCEID FROM JOB_EXECUTION"
                        + " WHERE CREATETIME >= FROM_UNIXTIME(?) OR "
                        + STILL
                        + ")",
                stop,
                before.getEpochSecond());
    }
}
