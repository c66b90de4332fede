package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.simulator.CometAccess;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.whmcs.WhmcsTables;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientResolver;
import java.net.URI;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The tables that a {@link FleetWriter} writes, the demo's services beside them, and a writer. */
final class WriterTables {

    static final ProfileName PROFILE = new ProfileName(DemoCustomers.COMETBACKUP);

    private static final List<String> WRITTEN =
            List.of(
                    "comet_jobs",
                    "comet_devices",
                    "comet_items",
                    "comet_vaults",
                    "comet_users",
                    "eb_user_settings",
                    "eb_jobs_live",
                    "eb_jobs_recent_24h",
                    "eb_devices_registry",
                    "eb_device_standing",
                    "eb_item_standing",
                    "eb_event_cursor",
                    "eb_quarantine",
                    "eb_changes");

    private WriterTables() {}

    static TestDatabase create() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        try (Connection connection = database.source().getConnection()) {
            WhmcsTables.create(connection);
            CometAccess access = new CometAccess(URI.create("http://127.0.0.1:9"), "x", "y");
            WhmcsTables.fill(
                    connection,
                    DemoCustomers.standard(),
                    Map.of(DemoCustomers.COMETBACKUP, access, DemoCustomers.OBC, access));
        }
        return database;
    }

    static void empty(TestDatabase database) throws Exception {
        for (String table : WRITTEN) {
            database.run("DELETE FROM " + table);
        }
    }

    /**
     * @param database says whose the users are, also while the other fails
     * @param written what the writer writes through
     */
    static FleetWriter writer(
            TestDatabase database,
            DataSource written,
            Clock clock,
            IntakeCounts counts,
            Runnable committed) {
        return new FleetWriter(
                PROFILE,
                new WriterTools(
                        written,
                        new ChangeLog(written, clock),
                        new ClientResolver(database.source(), clock, Duration.ofMinutes(5)),
                        clock,
                        false),
                new EventCursor(PROFILE, clock, Duration.ofSeconds(30)),
                counts,
                committed);
    }
}
