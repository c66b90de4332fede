package com.eazybackup.ingest;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.stream.TargetSource.NoTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * The Comet Servers that this node takes news of, for those who ask them by the clock.
 *
 * <p>A profile that this node has no intake of is an {@link IllegalArgumentException}.
 */
@ApplicationScoped
public class FleetServers {

    private Intakes intakes;

    FleetServers() {}

    @Inject
    public FleetServers(Intakes intakes) {
        this.intakes = intakes;
    }

    /**
     * @return in the order of the settings
     */
    public List<ProfileName> profiles() {
        return intakes.all().stream().map(CometIntake::profile).toList();
    }

    /**
     * @return the same one that the intake uses: one place for limits of time and for the pause
     *     after trouble
     * @throws NoTarget when nobody knows where the server is
     */
    public CometClient client(ProfileName profile) throws NoTarget {
        return intake(profile).server().client();
    }

    /** The server did not accept the credentials: WHMCS is asked for them before the next call. */
    public void refused(ProfileName profile) {
        intake(profile).server().forget();
    }

    /**
     * Reads which devices are connected, and writes what is not shown so. Users without an active
     * service are left out.
     *
     * @param strikes how many times in a row a device must be missing until it is offline
     * @param doubted how many reports before this one were too short, in a row
     * @param apart how long after a miss another one counts
     */
    public PresenceReport presence(ProfileName profile, int strikes, int doubted, Duration apart)
            throws CometException, SQLException, InterruptedException, NoTarget {
        CometIntake intake = intake(profile);
        return intake.rollCall()
                .read(
                        intake.server().client(),
                        Patience.of(strikes, doubted, apart),
                        new RowTally());
    }

    private CometIntake intake(ProfileName profile) {
        return intakes.of(profile)
                .orElseThrow(() -> new IllegalArgumentException("no intake of " + profile));
    }
}
