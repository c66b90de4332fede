package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.simulator.database.MariaDbServer;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.Until;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a MariaDB of its own, which is frozen. */
@Tag("fault-13")
class PulseLoopTest {

    @TempDir Path folder;

    private final DatabasePulse pulse = new DatabasePulse();

    @Test
    void aDatabaseThatIsSilentIsKnownToBeUntilItAnswersAgain() throws Exception {
        try (MariaDbServer server = MariaDbServer.start(folder.resolve("db"), 0)) {
            server.createDatabase("pulse");
            TestDatabase database =
                    TestDatabase.on(server, "pulse", server.user(), server.password());
            Thread thread =
                    new Thread(new PulseLoop(database.source(), pulse, Duration.ofMillis(50)));
            thread.start();
            try {
                assertThatCode(pulse::require).doesNotThrowAnyException();
                server.freeze();
                Until.holds("its silence is known", this::silent);
                assertThatThrownBy(pulse::require).isInstanceOf(SQLException.class);
                server.thaw();
                Until.holds("it is known to be over", () -> !silent());
            } finally {
                server.thaw();
                thread.interrupt();
                thread.join();
            }
        }
    }

    private boolean silent() {
        try {
            pulse.require();
            return false;
        } catch (SQLException e) {
            return true;
        }
    }
}
