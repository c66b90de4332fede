package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's tables are made from the lists in the code; here is where they are made. */
class ReadmeTest {

    @Test
    void theSettingsTableIsTheOneInTheCode() throws IOException {
        assertThat(readme())
                .as("put this table into README.md:\n" + settings())
                .contains(settings());
    }

    @Test
    void theTableOfCometServersIsTheOneInTheCode() throws IOException {
        assertThat(readme())
                .as("put this table into README.md:\n" + profiles())
                .contains(profiles());
    }

    private static String settings() {
        StringBuilder table =
                new StringBuilder("| variable | default | meaning |\n|---|---|---|\n");
        for (Setting setting : Setting.values()) {
            table.append("| `").append(setting.name()).append("` | ").append(byDefault(setting));
            table.append(" | ").append(setting.meaning());
            table.append(setting.secret() ? " Or `" + setting.name() + "_FILE`. |\n" : " |\n");
        }
        return table.toString();
    }

    private static String byDefault(Setting setting) {
        return setting.byDefault()
                .map(value -> value.isEmpty() ? "none" : "`" + value + "`")
                .orElse("**required**");
    }

    private static String profiles() {
        StringBuilder table = new StringBuilder("| variable | meaning |\n|---|---|\n");
        for (ProfileSetting setting : ProfileSetting.values()) {
            table.append("| `").append(setting.variable("<p>")).append("` | ");
            table.append(setting.meaning()).append(" |\n");
        }
        return table.toString();
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("..", "README.md"));
    }
}
