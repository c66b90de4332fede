package com.eazybackup.batch;

import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.platform.LongWork;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/**
 * Forgets changes that no viewer will ask for any more: {@code EB_CHANGES_KEEP_MINUTES} is how long
 * a page may be away and still be told everything that it missed. The exit status is the number of
 * changes forgotten.
 */
@Named
@Dependent
public class ChangeFeedHousekeeping extends AbstractBatchlet {

    @Inject ChangeLog changes;
    @Inject Settings settings;
    @Inject Clock clock;

    @Override
    public String process() throws SQLException {
        Duration keep = Duration.ofMinutes(settings.number(Setting.EB_CHANGES_KEEP_MINUTES));
        return Integer.toString(
                LongWork.call(() -> changes.forgetBefore(clock.instant().minus(keep))));
    }
}
