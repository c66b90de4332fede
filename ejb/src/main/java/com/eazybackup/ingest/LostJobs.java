package com.eazybackup.ingest;

import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobId;
import com.eazybackup.comet.JobStatus;
import com.eazybackup.comet.ProfileName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What is to be said of running jobs that their server has forgotten: each has failed, and ended
 * when it was last heard of. Whatever end Comet may still tell of it is later and holds.
 *
 * <p>One that was never recorded, because the system before had it, is recorded with what its row
 * of {@code eb_jobs_live} has; where that names no user of ours, it runs no more and that is all.
 */
final class LostJobs {

    private static final String KNOWN =
            "SELECT j.content, l.username, l.device, l.job_type, l.started_at FROM eb_jobs_live l"
                    + " LEFT JOIN comet_jobs j ON j.id = ?"
                    + " WHERE l.server_id = ? AND l.job_id = ?";

    private final ProfileName profile;
    private final DataSource database;

    LostJobs(ProfileName profile, DataSource database) {
        this.profile = profile;
        this.database = database;
    }

    /**
     * @param lastHeard Unix seconds
     * @return empty when it does not run any more
     */
    Optional<News> of(JobId job, long lastHeard) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setString(1, Fit.to(Fit.GUID, job.value()));
            select.setString(2, profile.value());
            select.setString(3, job.value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                ObjectNode content = content(row);
                content.put("GUID", job.value());
                content.put("Status", JobStatus.ERROR.code());
                content.put("EndTime", lastHeard);
                return JobDetail.from(content).map(last -> new News.Job(last, true, lastHeard));
            }
        }
    }

    private static ObjectNode content(ResultSet row) throws SQLException {
        ObjectNode content =
                Fit.tree(row.getString(1)) instanceof ObjectNode recorded
                        ? recorded
                        : JsonNodeFactory.instance.objectNode();
        fill(content, "Username", JsonNodeFactory.instance.textNode(row.getString(2)));
        fill(content, "DeviceID", JsonNodeFactory.instance.textNode(row.getString(3)));
        String type = row.getString(4);
        fill(
                content,
                "Classification",
                JsonNodeFactory.instance.numberNode(
                        type.matches("[0-9]{1,9}") ? Integer.parseInt(type) : 0));
        fill(content, "StartTime", JsonNodeFactory.instance.numberNode(row.getLong(5)));
        return content;
    }

    private static void fill(ObjectNode content, String field, JsonNode value) {
        if (content.path(field).asText().isEmpty()) {
            content.set(field, value);
        }
    }
}
