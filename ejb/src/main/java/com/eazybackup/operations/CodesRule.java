package com.eazybackup.operations;

import com.eazybackup.ingest.IntakeStatus;
import com.eazybackup.ingest.IntakeWatch;
import com.eazybackup.ingest.UnknownCodesRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Alerts of a Comet Server whose frames hold codes that this version does not know. */
@ApplicationScoped
public class CodesRule implements AlertRule {

    private static final double PERCENT = 100;

    private IntakeWatch intakes;

    CodesRule() {}

    @Inject
    public CodesRule(IntakeWatch intakes) {
        this.intakes = intakes;
    }

    @Override
    public boolean costsQueries() {
        return false;
    }

    @Override
    public List<Finding> look() {
        return intakes.all().stream().map(CodesRule::judge).toList();
    }

    private static Finding judge(IntakeStatus status) {
        String profile = status.profile();
        return switch (UnknownCodesRule.judge(status.codes())) {
            case RAISE -> Finding.raise(AlertKind.UNKNOWN_CODES, profile, sentence(status.codes()));
            case LEAVE -> Finding.leave(AlertKind.UNKNOWN_CODES, profile);
            case CLOSE -> Finding.close(AlertKind.UNKNOWN_CODES, profile);
        };
    }

    private static String sentence(IntakeStatus.Codes codes) {
        return String.format(
                Locale.ROOT,
                "%.1f %% of the last %d frames hold codes that this version does not know, the last"
                        + " one %s.",
                PERCENT * codes.unknown() / codes.frames(),
                codes.frames(),
                codes.last());
    }
}
