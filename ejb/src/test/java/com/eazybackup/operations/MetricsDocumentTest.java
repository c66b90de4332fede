package com.eazybackup.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of docs/metrics.md is made from the list in the code; here is where it is made. */
class MetricsDocumentTest {

    @Test
    void theTableOfMetricsIsTheOneInTheCode() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "metrics.md")))
                .as("put this table into docs/metrics.md:\n" + table())
                .contains(table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| metric | kind | tag | meaning |\n");
        table.append("|---|---|---|---|\n");
        for (IntakeMeter meter : IntakeMeter.values()) {
            table.append(
                    row(meter.meterName(), meter.kind().words(), "`profile`", meter.meaning()));
        }
        for (UpkeepMeter meter : UpkeepMeter.values()) {
            table.append(
                    row(meter.meterName(), meter.kind().words(), "`profile`", meter.meaning()));
        }
        table.append(row(Metering.JOBS_RUNNING, "gauge", "`profile`", Metering.JOBS_RUNNING_MEANS));
        table.append(
                row(
                        Metering.JOBS_INTERRUPTED,
                        "gauge",
                        "`profile`",
                        Metering.JOBS_INTERRUPTED_MEANS));
        table.append(
                row(
                        Metering.QUARANTINE_OPEN,
                        "gauge",
                        "`profile`",
                        Metering.QUARANTINE_OPEN_MEANS));
        table.append(row(Metering.ALERTS_OPEN, "gauge", "`profile`", Metering.ALERTS_OPEN_MEANS));
        table.append(
                row(Metering.ALERTS_RAISED, "counter", "`profile`", Metering.ALERTS_RAISED_MEANS));
        table.append(row(Metering.UNKNOWN_CODES, "counter", "", Metering.UNKNOWN_CODES_MEANS));
        return table.toString();
    }

    private static String row(String name, String kind, String tag, String meaning) {
        return "| `" + name + "` | " + kind + " | " + tag + " | " + meaning + " |\n";
    }
}
