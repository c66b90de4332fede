package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * How the intake of each Comet Server stands on this node, and what an operator may ask of it.
 *
 * <p>Guarantee: costs no query and no call; what is asked for happens soon after, on the intake's
 * own threads.
 */
@ApplicationScoped
public class IntakeWatch {

    private Intakes intakes;

    IntakeWatch() {}

    @Inject
    public IntakeWatch(Intakes intakes) {
        this.intakes = intakes;
    }

    /**
     * @return in the order of the settings
     */
    public List<IntakeStatus> all() {
        return intakes.all().stream().map(CometIntake::status).toList();
    }

    /**
     * @return empty when this node has no such Comet Server
     */
    public Optional<IntakeStatus> of(ProfileName profile) {
        return intakes.of(profile).map(CometIntake::status);
    }

    /**
     * Reads all of the server's lists and puts right what differs. Frames wait meanwhile.
     *
     * @return false when this node has no such Comet Server
     */
    public boolean readAgain(ProfileName profile) {
        Optional<CometIntake> intake = intakes.of(profile);
        intake.ifPresent(CometIntake::readAgain);
        return intake.isPresent();
    }

    /**
     * Ends a pause between two attempts to connect, also one for credentials that were not
     * accepted.
     *
     * @return false when this node has no such Comet Server
     */
    public boolean tryNow(ProfileName profile) {
        Optional<CometIntake> intake = intakes.of(profile);
        intake.ifPresent(CometIntake::tryNow);
        return intake.isPresent();
    }
}
