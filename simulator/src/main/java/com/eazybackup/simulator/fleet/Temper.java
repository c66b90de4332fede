package com.eazybackup.simulator.fleet;

import java.util.List;

/**
 * How a device has been doing.
 *
 * @param status how it ends since it is ill; 0 = by chance
 * @param since how many days it has been so
 */
record Temper(Kind kind, int status, int since) {

    enum Kind {
        STEADY,
        WOBBLY,
        FAILING,
        AWAY,
        NEW
    }

    private static final List<Integer> ILLNESSES =
            List.of(
                    JobStatuses.ERROR,
                    JobStatuses.QUOTA,
                    JobStatuses.TIMEOUT,
                    JobStatuses.SKIPPED,
                    JobStatuses.ABANDONED,
                    JobStatuses.WARNING,
                    JobStatuses.CANCELLED);

    /**
     * @param ordinal the device's place in its fleet: every illness occurs in a fleet of a hundred
     */
    static Temper of(Draw draw, Machine machine, int ordinal) {
        if (ordinal % 14 == 9) {
            int illness = ILLNESSES.get(ordinal / 14 % ILLNESSES.size());
            return new Temper(Kind.FAILING, illness, (int) draw.between(1, 6));
        }
        if (machine.portable() && draw.chance(0.35)) {
            return new Temper(Kind.AWAY, JobStatuses.MISSED, (int) draw.between(1, 9));
        }
        if (ordinal % 47 == 30) {
            return new Temper(Kind.NEW, 0, 0);
        }
        return new Temper(draw.chance(0.08) ? Kind.WOBBLY : Kind.STEADY, 0, 0);
    }

    boolean online() {
        return kind != Kind.AWAY;
    }

    /**
     * @param daysAgo 0 = today
     * @return the status of the night's job
     */
    int night(Draw draw, int daysAgo) {
        if (status != 0 && daysAgo < since) {
            return status;
        }
        boolean wobbly = kind == Kind.WOBBLY;
        if (draw.chance(wobbly ? 0.22 : 0.015)) {
            return JobStatuses.WARNING;
        }
        return draw.chance(wobbly ? 0.10 : 0.006) ? JobStatuses.ERROR : JobStatuses.SUCCESS;
    }
}
