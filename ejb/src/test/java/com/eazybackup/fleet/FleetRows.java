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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes rows of the fleet as ingestion does, with no more than the tests of reads look at. */
public final class FleetRows {

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
                                                Optional.of(new ProfileName("cometbackup"))))
                        .toList();
        return new ClientScope(new ClientId(client), services);
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
