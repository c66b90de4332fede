package com.eazybackup.monitor;

/**
 * How many jobs of each kind a run has met.
 *
 * @param unfinished jobs that the server calls so
 * @param checked jobs that were looked at one by one
 * @param fresh that show life
 * @param waiting that are left alone for now
 * @param struck found stalled for the first time
 * @param cancelled how often the device was asked to stop
 * @param abandoned how often Comet was told to give one up
 * @param finished that have an end now
 * @param seeded that the tables did not have
 * @param exhausted that are left alone for long
 * @param errors jobs that something was wrong with
 * @param actions calls that cancel or abandon, of {@code actionLimit}
 */
public record MonitorFigures(
        int unfinished,
        int checked,
        int fresh,
        int waiting,
        int struck,
        int cancelled,
        int abandoned,
        int finished,
        int seeded,
        int exhausted,
        int errors,
        int actions,
        int actionLimit) {

    static final MonitorFigures NONE = new MonitorFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
