package com.eazybackup.batch;

import com.eazybackup.platform.Setting;
import com.eazybackup.usage.WrittenDays.Figure;
import java.util.Arrays;
import java.util.Optional;

/** The jobs that have a schedule and a record of their runs. */
enum PortalJob {
    NIGHTLY_SYNC("nightly-sync", Setting.EB_SYNC_AT, null),
    DEVICES_DAILY("devices-daily", Setting.EB_DEVICES_DAILY_AT, Figure.DEVICES),
    DEVICES_CLIENT_DAILY(
            "devices-client-daily", Setting.EB_DEVICES_CLIENT_DAILY_AT, Figure.DEVICES_OF_CLIENTS),
    ITEMS_DAILY("items-daily", Setting.EB_ITEMS_DAILY_AT, Figure.ITEMS),
    STORAGE_DAILY("storage-daily", Setting.EB_STORAGE_MINUTE, Figure.STORAGE),
    HOUSEKEEPING("housekeeping", Setting.EB_HOUSEKEEPING_AT, null);

    private final String code;
    private final Setting setting;
    private final Figure figure;

    /**
     * @param figure null for a job that writes none
     */
    PortalJob(String code, Setting setting, Figure figure) {
        this.code = code;
        this.setting = setting;
        this.figure = figure;
    }

    static Optional<PortalJob> of(String code) {
        return Arrays.stream(values()).filter(job -> job.code.equals(code)).findFirst();
    }

    /**
     * @return as the job's file, the tables and the API name it
     */
    String code() {
        return code;
    }

    /**
     * @return that says when it runs
     */
    Setting setting() {
        return setting;
    }

    /**
     * @return whether it counts what the nightly sync puts right, and waits for it
     */
    boolean afterSync() {
        return figure != null;
    }

    /**
     * @return which of the day's figures it writes
     */
    Optional<Figure> figure() {
        return Optional.ofNullable(figure);
    }
}
