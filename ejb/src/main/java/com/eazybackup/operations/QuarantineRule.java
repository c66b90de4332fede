package com.eazybackup.operations;

import com.eazybackup.ingest.OpenFrames;
import com.eazybackup.platform.CometProfileSettings;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Alerts of frames that pile up in the quarantine: as many as {@code EB_ALERT_QUARANTINE} of one
 * Comet Server. Over when fewer than half as many wait.
 */
@ApplicationScoped
public class QuarantineRule implements AlertRule {

    private OpenFrames open;
    private Settings settings;

    QuarantineRule() {}

    @Inject
    public QuarantineRule(OpenFrames open, Settings settings) {
        this.open = open;
        this.settings = settings;
    }

    @Override
    public boolean costsQueries() {
        return true;
    }

    @Override
    public List<Finding> look() throws SQLException {
        Map<String, Long> waiting = open.byProfile();
        long limit = settings.number(Setting.EB_ALERT_QUARANTINE);
        List<Finding> found = new ArrayList<>();
        for (CometProfileSettings profile : settings.cometProfiles()) {
            found.add(judge(profile.name(), waiting.getOrDefault(profile.name(), 0L), limit));
        }
        return found;
    }

    /** Pure. */
    static Finding judge(String profile, long waiting, long limit) {
        if (waiting >= limit) {
            return Finding.raise(
                    AlertKind.QUARANTINE,
                    profile,
                    waiting
                            + (waiting == 1 ? " frame waits" : " frames wait")
                            + " in the quarantine: what the server says cannot be understood or"
                            + " stored.");
        }
        return waiting * 2 < limit
                ? Finding.close(AlertKind.QUARANTINE, profile)
                : Finding.leave(AlertKind.QUARANTINE, profile);
    }
}
