package com.eazybackup.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.job.LogEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NewestEntriesTest {

    private static final long T = 1_780_000_000;

    private final NewestEntries newest = new NewestEntries(3);

    @Test
    void theNewestAreKeptInTheOrderOfTimeInWhateverOrderTheyCome() {
        add(4, "d");
        add(1, "a");
        add(3, "c");
        add(2, "b");
        add(5, "e");

        assertThat(newest.inOrder())
                .extracting(JobLog.Entry::message)
                .containsExactly("c", "d", "e");
        assertThat(newest.leftOut()).isEqualTo(2);
    }

    @Test
    void ofTheSameSecondTheLogsOwnOrderStays() {
        add(1, "first");
        add(1, "second");
        add(1, "third");
        add(1, "fourth");

        assertThat(newest.inOrder())
                .extracting(JobLog.Entry::message)
                .containsExactly("second", "third", "fourth");
    }

    @Test
    void anEntryStaysAsItCame() {
        newest.add(new LogEntry(T, "W", "Skipped C:\\Data\\büro.mdb: the file is in use"));

        assertThat(newest.inOrder())
                .containsExactly(
                        new JobLog.Entry(T, "W", "Skipped C:\\Data\\büro.mdb: the file is in use"));
        assertThat(newest.leftOut()).isZero();
    }

    @Test
    @Tag("fault-26")
    void aSecretThatAMessageNamesIsNotTold() {
        newest.add(new LogEntry(T, "D", "Login {\"Password\":\"hunter2\",\"User\":\"kim\"}"));
        newest.add(new LogEntry(T, "D", "Opening bucket, SecretKey=hunter2"));

        assertThat(newest.inOrder().toString()).doesNotContain("hunter2").contains("kim");
    }

    @Test
    void aMessageWithoutEndIsCut() {
        add(1, "x".repeat(5_000));

        assertThat(newest.inOrder().get(0).message()).hasSize(4_001).endsWith("x…");
    }

    private void add(long second, String message) {
        newest.add(new LogEntry(T + second, "I", message));
    }
}
