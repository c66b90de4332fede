package com.eazybackup.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.platform.NodeLock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.Until;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lock of a run, asked for by two threads while it is taken again after an outage. */
@Tag("fault-16")
class RunningHereTest {

    private static final PortalJob SYNC = PortalJob.NIGHTLY_SYNC;
    private static final long RUN = 7;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private TestDatabase database;
    private volatile Thread stops;
    private RunningHere here;

    @BeforeEach
    void begins() throws Exception {
        database = TestDatabase.empty();
        here = new RunningHere(new NodeLock(stopping(database.source())));
        here.add(RUN, SYNC, here.tryHold(SYNC).orElseThrow());
    }

    @Test
    void aRunThatEndsWhileItsLockIsTakenAgainIsOver() throws Exception {
        database.endConnections();
        Asking keeps = keepsAndStops();
        Asking ends =
                new Asking(
                        () -> {
                            here.remove(RUN);
                            return true;
                        });

        ends.start();
        ends.overOrInLine();
        goOn.countDown();
        keeps.answer();
        ends.answer();

        assertThat(here.runs()).isEmpty();
        assertThat(here.keep(RUN)).isFalse();
        NodeLock other = new NodeLock(database.source());
        assertThat(other.tryHold("job:" + SYNC.code())).as("the job may run again").isPresent();
    }

    @Test
    void ofTwoWhoAskAfterAnOutageNoneThinksThatAnotherNodeHasIt() throws Exception {
        database.endConnections();
        Asking first = keepsAndStops();
        Asking second = new Asking(() -> here.keep(RUN));

        second.start();
        second.overOrInLine();
        goOn.countDown();

        assertThat(first.answer()).isTrue();
        assertThat(second.answer()).isTrue();
        assertThat(here.keep(RUN)).isTrue();
    }

    @Test
    void aJobThatAnotherNodeHasTakenIsNotKept() throws Exception {
        RunningHere other = new RunningHere(new NodeLock(database.source()));
        database.endConnections();
        NodeLock.Held taken = other.tryHold(SYNC).orElseThrow();

        assertThat(here.keep(RUN)).isFalse();
        taken.close();
        assertThat(here.keep(RUN)).as("it is free again").isTrue();
    }

    /** Has seen that the lock is lost, and is about to take it again. */
    private Asking keepsAndStops() throws InterruptedException {
        Asking keeps = new Asking(() -> here.keep(RUN));
        stops = keeps.thread;
        keeps.start();
        arrived.await();
        return keeps;
    }

    /** A thread that asks for something. */
    private static final class Asking {
        private final FutureTask<Boolean> task;
        private final Thread thread;

        Asking(Callable<Boolean> question) {
            task = new FutureTask<>(question);
            thread = new Thread(task);
        }

        void start() {
            thread.start();
        }

        void overOrInLine() throws Exception {
            Until.holds(
                    "it is over, or waits for its turn",
                    () -> task.isDone() || thread.getState() == Thread.State.BLOCKED);
        }

        boolean answer() throws Exception {
            return task.get();
        }
    }

    /** The same database, before whose next connection that thread waits for the test. */
    private DataSource stopping(DataSource real) {
        return (DataSource)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, given) -> {
                            if (Thread.currentThread() == stops) {
                                arrived.countDown();
                                goOn.await();
                            }
                            try {
                                return (Connection) method.invoke(real, given);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
