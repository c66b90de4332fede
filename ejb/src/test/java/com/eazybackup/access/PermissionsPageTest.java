package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that says who may do what is the code's own table. */
class PermissionsPageTest {

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        assertThat(Files.readString(Path.of("../docs/permissions.md")))
                .as("put these tables into docs/permissions.md")
                .contains(duties())
                .contains(actions());
    }

    private static String duties() {
        String head =
                "| permission |"
                        + Arrays.stream(Duty.values())
                                .map(duty -> " " + duty.code() + " |")
                                .collect(Collectors.joining());
        String rule = "|---|" + ":-:|".repeat(Duty.values().length);
        return head + "\n" + rule + "\n" + lines(Permission.values(), PermissionsPageTest::row);
    }

    private static String row(Permission permission) {
        return "| `"
                + permission.code()
                + "` |"
                + Arrays.stream(Duty.values())
                        .map(duty -> duty.may(permission) ? " ✓ |" : "  |")
                        .collect(Collectors.joining());
    }

    private static String actions() {
        return "| action | needs |\n|---|---|\n"
                + lines(
                        Action.values(),
                        action ->
                                "| `"
                                        + action.code()
                                        + "` | `"
                                        + action.permission().code()
                                        + "` |");
    }

    private static <T> String lines(T[] values, java.util.function.Function<T, String> line) {
        return Arrays.stream(values).map(line).collect(Collectors.joining("\n"));
    }
}
