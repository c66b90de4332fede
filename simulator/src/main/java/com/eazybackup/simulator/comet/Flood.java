package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetEvent;
import com.eazybackup.simulator.fleet.NumberedJobs;
import com.eazybackup.simulator.fleet.NumberedJobs.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Many backups that begin and end one after the other, with numbers in their GUIDs ({@link
 * NumberedJobs#number}). Everything is made beforehand, so that sending costs next to nothing and a
 * receiver on the same machine is not slowed down by it. The Admin API knows the jobs as the stream
 * tells them.
 */
public final class Flood {

    /** Told of each event at the moment when it goes to the listeners' sockets. */
    @FunctionalInterface
    public interface Sent {

        Sent NOBODY = (number, ended) -> {};

        /**
         * @param ended whether it was the job's end
         */
        void event(long number, boolean ended);
    }

    private record Step(Pair pair, boolean ended, EventStream.Frame frame) {}

    private static final long SECOND = 1_000_000_000L;

    private final NumberedJobs jobs;
    private final EventStream stream;
    private final List<Step> steps;

    private Flood(NumberedJobs jobs, EventStream stream, List<Step> steps) {
        this.jobs = jobs;
        this.stream = stream;
        this.steps = steps;
    }

    static Flood of(Fleet fleet, EventStream stream, long first, int pairs, int atOnce) {
        NumberedJobs jobs = new NumberedJobs(fleet);
        List<Step> begins = new ArrayList<>(pairs);
        List<Step> ends = new ArrayList<>(pairs);
        for (long number = first; number < first + pairs; number++) {
            Pair pair = jobs.of(number);
            begins.add(step(stream, pair, false, jobs.beginning(pair)));
            ends.add(step(stream, pair, true, jobs.ending(pair)));
        }
        return new Flood(jobs, stream, inOrder(begins, ends, Math.max(1, atOnce)));
    }

    private static Step step(EventStream stream, Pair pair, boolean ended, FleetEvent event) {
        return new Step(pair, ended, stream.frame(event).orElseThrow());
    }

    /** The n-th job ends before the one that comes {@code atOnce} after it begins. */
    private static List<Step> inOrder(List<Step> begins, List<Step> ends, int atOnce) {
        List<Step> steps = new ArrayList<>(begins.size() * 2);
        for (int i = 0; i < begins.size() + atOnce; i++) {
            if (i >= atOnce) {
                int over = i - atOnce;
                if (over < ends.size()) {
                    steps.add(ends.get(over));
                }
            }
            if (i < begins.size()) {
                steps.add(begins.get(i));
            }
        }
        return steps;
    }

    /** The text frames, in the order of sending. */
    public List<String> frames() {
        return steps.stream().map(step -> step.frame().text()).toList();
    }

    /**
     * Sends all. Returns when the last event is with the listeners' sockets, which may be before it
     * has arrived.
     *
     * @param perSecond events; 0 = as fast as it goes
     */
    public void send(int perSecond, Sent sent) {
        long begun = System.nanoTime();
        for (int i = 0; i < steps.size(); i++) {
            if (perSecond > 0) {
                awaitNanos(begun + i * SECOND / perSecond);
            }
            send(steps.get(i), sent);
        }
    }

    private void send(Step step, Sent sent) {
        if (step.ended()) {
            jobs.end(step.pair());
        } else {
            jobs.begin(step.pair());
        }
        sent.event(step.pair().number(), step.ended());
        stream.publish(step.frame());
    }

    private static void awaitNanos(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}
