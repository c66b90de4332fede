package com.eazybackup.operations;

import com.eazybackup.comet.ProfileName;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that the portal's own people should see to, or had to.
 *
 * @param kind the code of an {@link AlertKind}, or of one that another version knows
 * @param profile the Comet Server's name in the settings, or a batch job's
 * @param sentence what was last found, for people, in English
 * @param since when it was raised
 * @param last when it was last found so, to the minute; of a closed one when it was found to be
 *     over
 * @param times how often it was raised in all, this time included
 * @param mailed when operators were last written to about it
 * @param open whether it is still so
 */
public record OperatorAlert(
        long id,
        String kind,
        String profile,
        String sentence,
        Instant since,
        Instant last,
        long times,
        Optional<Instant> mailed,
        boolean open) {

    /** What an alert is about: there is one of each kind for each subject. */
    record Subject(AlertKind kind, ProfileName profile) {

        /** By which it is found again. */
        String fingerprint() {
            return kind.code() + ":" + profile.value();
        }
    }
}
