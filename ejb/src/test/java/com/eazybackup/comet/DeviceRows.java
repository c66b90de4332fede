package com.eazybackup.comet;

import static com.eazybackup.comet.CallsWorld.USER;
import static com.eazybackup.comet.CallsWorld.json;
import static com.eazybackup.comet.CallsWorld.none;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.device.BackupOptions;
import com.eazybackup.comet.device.DeviceCalls;
import com.eazybackup.comet.device.RestoreOptions;
import com.eazybackup.comet.device.ShareSignIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a device is told. */
final class DeviceRows {

    private DeviceRows() {}

    private static DeviceCalls devices(CallsWorld world) {
        return world.calls(DeviceCalls.class);
    }

    static void addTo(CallRows rows) {
        backupsAndRestores(rows);
        software(rows);
        vaults(rows);
        tests(rows);
    }

    private static void backupsAndRestores(CallRows rows) {
        Class<?> calls = DeviceCalls.class;
        rows.add(
                calls,
                "connections",
                w -> {
                    try (var live = devices(w).connections(Optional.of(USER.value()))) {
                        assertThat(live.next().orElseThrow().username()).isEqualTo(USER.value());
                    }
                });
        rows.add(
                calls,
                "runSchedule",
                w -> {
                    Map.Entry<String, ConnectionId> schedule = w.schedule();
                    assertThat(
                                    devices(w)
                                            .runSchedule(schedule.getValue(), schedule.getKey())
                                            .jobId())
                            .isNotEmpty();
                });
        rows.add(
                calls,
                "runBackup",
                w -> {
                    BackupOptions options =
                            new BackupOptions(true, 0, 0, false, false, false, 0, 0, "", "");
                    assertThat(
                                    devices(w)
                                            .runBackup(
                                                    w.target(),
                                                    w.item("engine1/file"),
                                                    w.vault(),
                                                    Optional.of(options))
                                            .jobId())
                            .isNotEmpty();
                });
        rows.add(
                calls,
                "runRestoreTo",
                w -> {
                    SnapshotId snapshot = w.backup("engine1/file");
                    devices(w)
                            .runRestoreTo(
                                    w.target(),
                                    "C:\\Restore & more",
                                    w.item("engine1/file"),
                                    w.vault(),
                                    Optional.of(snapshot),
                                    Optional.of(List.of("C:\\Data\\é")));
                    assertThat(w.jobs(JobClassification.RESTORE)).isPositive();
                });
        rows.add(
                calls,
                "runRestore",
                w -> {
                    devices(w)
                            .runRestore(
                                    w.target(),
                                    w.item("engine1/file"),
                                    w.vault(),
                                    toFolder("C:\\Restore"),
                                    none(),
                                    none(),
                                    Optional.of(1L),
                                    none(),
                                    none());
                    assertThat(w.jobs(JobClassification.RESTORE)).isPositive();
                });
    }

    private static RestoreOptions toFolder(String path) {
        return new RestoreOptions(
                RestoreType.FILES.code(),
                true,
                false,
                true,
                false,
                false,
                path,
                List.of(),
                ArchiveFormat.TAR.code(),
                false,
                false,
                null,
                "",
                "",
                "",
                "",
                false,
                false,
                "",
                "",
                "",
                null,
                null,
                null,
                null);
    }

    private static void software(CallRows rows) {
        Class<?> calls = DeviceCalls.class;
        rows.add(calls, "updateSoftware", w -> devices(w).updateSoftware(w.target(), none()));
        rows.add(calls, "uninstallSoftware", w -> devices(w).uninstallSoftware(w.target(), false));
        rows.add(calls, "dropConnection", w -> devices(w).dropConnection(w.target()));
        rows.add(calls, "killProcess", w -> devices(w).killProcess(w.target()));
        rows.add(calls, "forceLogin", w -> devices(w).forceLogin(w.target()));
        rows.add(calls, "refetchProfile", w -> devices(w).refetchProfile(w.target()));
        rows.add(
                calls,
                "updateLoginPassword",
                w -> devices(w).updateLoginPassword(w.target(), "Hawthorn-1190"));
        rows.add(
                calls,
                "updateLoginUrl",
                w ->
                        devices(w)
                                .updateLoginUrl(
                                        w.target(),
                                        "https://elsewhere.example/",
                                        Optional.of(false)));
        rows.add(
                calls,
                "importSources",
                w -> assertThat(devices(w).importSources(w.target()).importSources()).isNotEmpty());
        rows.add(
                calls,
                "applyImport",
                w -> {
                    String source =
                            devices(w)
                                    .importSources(w.target())
                                    .importSources()
                                    .keySet()
                                    .iterator()
                                    .next();
                    devices(w).applyImport(w.target(), source);
                });
    }

    private static void vaults(CallRows rows) {
        Class<?> calls = DeviceCalls.class;
        makesJob(
                rows,
                "applyRetention",
                JobClassification.RETENTION,
                w -> devices(w).applyRetention(w.target(), w.vault()));
        makesJob(
                rows,
                "reindex",
                JobClassification.REINDEX,
                w -> devices(w).reindex(w.target(), w.vault()));
        makesJob(
                rows,
                "deepVerify",
                JobClassification.DEEP_VERIFY,
                w -> devices(w).deepVerify(w.target(), w.vault()));
        makesJob(
                rows,
                "unlock",
                JobClassification.UNLOCK,
                w -> devices(w).unlock(w.target(), w.vault(), none()));
        makesJob(
                rows,
                "deleteSnapshot",
                JobClassification.DELETE_SNAPSHOT,
                w -> devices(w).deleteSnapshot(w.target(), w.vault(), w.backup("engine1/file")));
        makesJob(
                rows,
                "deleteSnapshots",
                JobClassification.DELETE_SNAPSHOT,
                w ->
                        devices(w)
                                .deleteSnapshots(
                                        w.target(),
                                        w.vault(),
                                        List.of(
                                                w.backup("engine1/file"),
                                                w.backup("engine1/mysql"))));
        rows.add(
                calls,
                "testVault",
                w ->
                        devices(w)
                                .testVault(
                                        w.target(),
                                        json(
                                                """
                                                {"DestinationType":1002,"LocalcopyPath":"E:\\\\Backup"}
                                                """)));
    }

    private static void makesJob(
            CallRows rows, String method, JobClassification kind, CallRows.Row row) {
        rows.add(
                DeviceCalls.class,
                method,
                w -> {
                    long before = w.jobs(kind);
                    row.in(w);
                    assertThat(w.jobs(kind)).isGreaterThan(before);
                });
    }

    private static void tests(CallRows rows) {
        rows.add(
                DeviceCalls.class,
                "testShare",
                w ->
                        devices(w)
                                .testShare(
                                        w.target(),
                                        new ShareSignIn("\\\\nas\\a", "backup", "b&c=d%", 0)));
    }
}
