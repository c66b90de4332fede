package com.eazybackup.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whose a job is, for those who were given an id. One query. */
@ApplicationScoped
public class KnownJobs {

    private static final String JOBS =
            "SELECT 1 FROM (SELECT username FROM comet_jobs WHERE id = ? AND client_id = ?"
                    + " UNION ALL SELECT username FROM eb_jobs_live"
                    + " WHERE job_id = ? AND client_id = ?"
                    + " UNION ALL SELECT username FROM eb_jobs_recent_24h"
                    + " WHERE job_id = ? AND client_id = ?) t WHERE ";

    private DataSource database;

    KnownJobs() {}

    @Inject
    public KnownJobs(DataSource database) {
        this.database = database;
    }

    /**
     * @param jobId Comet's own id
     * @return whether the client may see a job of that id; no for another client's
     * @throws FleetUnreadable when the database does not answer
     */
    public boolean has(ClientScope scope, String jobId) {
        if (scope.isEmpty()) {
            return false;
        }
        int client = scope.client().value();
        try (Connection connection = database.getConnection()) {
            return !new SqlQuery()
                    .add(JOBS, jobId, client, jobId, client, jobId, client)
                    .exactlyOneOf("t.username", scope.usernames())
                    .add(" LIMIT 1")
                    .list(connection, row -> true)
                    .isEmpty();
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }
}
