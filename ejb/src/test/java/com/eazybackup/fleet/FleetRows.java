package com.eazybackup.fleet;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.DeviceId;
import com.eazybackup.comet.JobStatus;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ActiveService;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.ServiceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Writes rows of the fleet as ingestion does, with no more than the tests of reads look at. */
public final class FleetRows {

    /** A device's jobs are interrupted when it has been offline for five minutes. */
    public static final Interruption FIVE_MINUTES = new Interruption(Duration.ofMinutes(5));

    /** And what is promised may be two hours late. */
    public static final StandingRule RULE = new StandingRule(FIVE_MINUTES, Duration.ofHours(2));

    private final TestDatabase database;

    public FleetRows(TestDatabase database) {
        this.database = database;
    }

    /** A scope with these user names, all on the Comet Server {@code cometbackup}. */
    public static ClientScope scope(int client, String... usernames) {
        List<ActiveService> services =
                Arrays.stream(usernames)
                        .map(
                                name ->
                                        new ActiveService(
                                                new ServiceId(client * 1000 + 1),
                                                new CometUsername(name),
                                                "Comet",
                                                false,
                                                Optional.of(new ProfileName("cometbackup"))))
                        .toList();
        return new ClientScope(new ClientId(client), services);
    }

    public static DeviceList list(DataSource database, Clock clock) {
        return new DeviceList(database, clock, RULE, fleets(database, clock));
    }

    public static KnownFleets fleets(DataSource database, Clock clock) {
        return new KnownFleets(database, clock, RULE, new ChangeLog(database, clock));
    }

    public static String key(int client, String hash) {
        return DeviceKey.of(new ClientId(client), new DeviceId(hash)).value();
    }

    public void device(int client, String username, String hash, String name) throws SQLException {
        update(
                "INSERT INTO comet_devices (id, client_id, username, hash, name, platform_os,"
                        + " platform_arch, is_active, created_at, content)"
                        + " VALUES (?,?,?,?,?,'windows','amd64',1,FROM_UNIXTIME(1700000000),?)",
                key(client, hash),
                client,
                username,
                hash,
                name,
                "{\"ClientVersion\":\"25.9.6\",\"PlatformVersion\":"
                        + "{\"distribution\":\"Windows Server 2022 Datacenter\"}}");
    }

    public void ended(
            int client,
            String hash,
            String username,
            String job,
            int type,
            int status,
            long start,
            long end)
            throws SQLException {
        cometJob(client, hash, username, job, type, status, start, end);
        update(
                "INSERT INTO eb_jobs_recent_24h (server_id, job_id, username, device, job_type,"
                        + " status, bytes, duration_sec, ended_at, client_id)"
                        + " VALUES ('cometbackup',?,?,?,?,?,1000,?,?,?)",
                job,
                username,
                hash,
                Integer.toString(type),
                JobStatus.of(status).stored(),
                end - start,
                end,
                client);
    }

    public void running(int client, String hash, String username, String job, int type, long start)
            throws SQLException {
        cometJob(client, hash, username, job, type, 6001, start, 0);
        update(
                "INSERT INTO eb_jobs_live (server_id, job_id, username, device, job_type,"
                        + " started_at, bytes_done, last_update, client_id)"
                        + " VALUES ('cometbackup',?,?,?,?,?,500,?,?)",
                job,
                username,
                hash,
                Integer.toString(type),
                start,
                start,
                client);
    }

    public void cometJob(
            int client,
            String hash,
            String username,
            String job,
            int type,
            int status,
            long start,
            long end)
            throws SQLException {
        update(
                "INSERT INTO comet_jobs (id, client_id, username, comet_vault_id, comet_device_id,"
                        + " comet_item_id, type, status, total_bytes, upload_bytes, started_at,"
                        + " ended_at, last_status_at, content) VALUES (?,?,?,'v',?,?,?,?,4000,1000,"
                        + "FROM_UNIXTIME(?),IF(?=0,NULL,FROM_UNIXTIME(?)),FROM_UNIXTIME(?),?)",
                job,
                client,
                username,
                key(client, hash),
                "item-" + client,
                type,
                status,
                start,
                end,
                end,
                end == 0 ? start : end,
                "{\"Progress\":{\"ItemsDone\":7,\"ItemsTotal\":9}}");
    }

    /**
     * What is kept of a device whose latest backup came out so: a bad one is the first that did.
     *
     * @param promised seconds between two backups; null without a schedule
     */
    public void stands(
            int client,
            String hash,
            String username,
            String job,
            int status,
            long start,
            long end,
            Long promised)
            throws SQLException {
        boolean good = status == 5000 || status == 7001;
        update(
                "REPLACE INTO eb_device_standing (device_id, client_id, username, server_id,"
                        + " job_id, status, started_at, ended_at, last_good_at, failing_since,"
                        + " failures, promised_secs) VALUES (?,?,?,'cometbackup',?,?,?,?,?,?,?,?)",
                key(client, hash),
                client,
                username,
                job,
                status,
                start,
                end,
                good ? end : null,
                good ? null : end,
                good ? 0 : 1,
                promised);
    }

    public void item(int client, String name) throws SQLException {
        update(
                "INSERT INTO comet_items (id, client_id, username, name, type)"
                        + " VALUES (?,?,'any',?,'engine1/file')",
                "item-" + client,
                client,
                name);
    }

    public void update(String sql, Object... values) throws SQLException {
        try (Connection connection = database.source().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
