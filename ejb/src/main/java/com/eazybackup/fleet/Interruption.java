package com.eazybackup.fleet;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * When a running job is shown as interrupted: its device has been offline for {@code
 * EB_INTERRUPTED_GRACE_SECS} or longer. Nothing of that is stored: a device that comes back takes
 * it away, and a page that knows since when the device is offline needs to ask nobody.
 *
 * <p>Limit: a device of which nobody knows since when it is offline interrupts nothing.
 */
@ApplicationScoped
public class Interruption {

    /** Why, in the API. */
    public static final String DEVICE_OFFLINE = "device_offline";

    private Duration grace;

    Interruption() {}

    @Inject
    Interruption(Settings settings) {
        this(settings.duration(Setting.EB_INTERRUPTED_GRACE_SECS));
    }

    public Interruption(Duration grace) {
        this.grace = grace;
    }

    public Duration grace() {
        return grace;
    }

    /**
     * @param offlineSince of the job's device, Unix seconds; 0 while it is online or not known
     */
    public boolean holds(long offlineSince, Instant now) {
        return offlineSince > 0 && now.getEpochSecond() - offlineSince >= grace.toSeconds();
    }
}
