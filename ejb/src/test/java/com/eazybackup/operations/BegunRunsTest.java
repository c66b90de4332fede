package com.eazybackup.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.monitor.MonitorBusy;
import com.eazybackup.operations.BegunRuns.Begun;
import com.eazybackup.operations.BegunRuns.NotBegun;
import com.eazybackup.operations.BegunRuns.Why;
import com.eazybackup.platform.DatabaseUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One request, several Comet Servers: each is told of. */
class BegunRunsTest {

    private final List<String> tried = new ArrayList<>();

    private BegunRuns begin(BegunRuns.Beginning beginning, String... profiles) {
        return BegunRuns.of(
                Stream.of(profiles).map(ProfileName::new).toList(),
                profile -> {
                    tried.add(profile.value());
                    return beginning.begin(profile);
                });
    }

    private static long begins(ProfileName profile) throws MonitorBusy, InterruptedException {
        return switch (profile.value()) {
            case "busy" -> throw new MonitorBusy("The monitor is at it.");
            case "away" -> throw new IllegalStateException("no database");
            case "ends" -> throw new InterruptedException();
            default -> profile.value().length();
        };
    }

    @Test
    void whatHasBegunIsToldAlsoWhenTheNextOneCannot() {
        BegunRuns runs = begin(BegunRunsTest::begins, "one", "away", "three");

        assertThat(runs.begun()).containsExactly(new Begun("one", 3));
        assertThat(runs.others())
                .extracting(NotBegun::profile, NotBegun::why)
                .containsExactly(tuple("away", Why.DATABASE), tuple("three", Why.DATABASE));
        assertThat(tried).as("the database is waited for once").containsExactly("one", "away");
    }

    @Test
    void oneThatIsAtItKeepsNoOtherFromBeginning() {
        BegunRuns runs = begin(BegunRunsTest::begins, "busy", "one");

        assertThat(runs.begun()).containsExactly(new Begun("one", 3));
        assertThat(runs.others())
                .containsExactly(new NotBegun("busy", Why.BUSY, "The monitor is at it."));
    }

    @Test
    void noneIsAnAnswerOfItsOwn() {
        assertThatThrownBy(() -> begin(BegunRunsTest::begins, "busy"))
                .isInstanceOf(OperationRefused.class)
                .hasMessage("The monitor is at it.");
        assertThatThrownBy(() -> begin(BegunRunsTest::begins, "busy", "away"))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(() -> begin(BegunRunsTest::begins))
                .hasMessage("No Comet Server is known here.");
    }

    @Test
    void aPortalThatEndsTellsWhatHasBegun() {
        BegunRuns runs = begin(BegunRunsTest::begins, "one", "ends", "three");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(runs.begun()).hasSize(1);
        assertThat(runs.others()).extracting(NotBegun::why).containsOnly(Why.ENDING);
    }
}
