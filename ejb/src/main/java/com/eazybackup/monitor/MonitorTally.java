package com.eazybackup.monitor;

import java.util.ArrayList;
import java.util.List;

/** Counts while a run goes on, and keeps its lines. */
final class MonitorTally {

    private static final int MOST_LINES = 1_000;

    private final StallLimits limits;
    private final List<MonitorLine> lines = new ArrayList<>();
    int unfinished;
    int checked;
    int fresh;
    int waiting;
    int struck;
    int cancelled;
    int abandoned;
    int finished;
    int seeded;
    int exhausted;
    int errors;

    MonitorTally(StallLimits limits) {
        this.limits = limits;
    }

    boolean mayLook() {
        return checked < limits.looks();
    }

    boolean mayAct() {
        return cancelled + abandoned < limits.actions();
    }

    boolean hasActed() {
        return cancelled + abandoned > 0;
    }

    void line(MonitorLine line) {
        if (lines.size() < MOST_LINES) {
            lines.add(line);
        }
    }

    List<MonitorLine> lines() {
        return List.copyOf(lines);
    }

    MonitorFigures figures() {
        return new MonitorFigures(
                unfinished,
                checked,
                fresh,
                waiting,
                struck,
                cancelled,
                abandoned,
                finished,
                seeded,
                exhausted,
                errors,
                cancelled + abandoned,
                limits.actions());
    }
}
