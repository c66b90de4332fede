package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of faults names, case by case, the test classes that carry its tag. */
class FaultsTest {

    private static final Pattern TAG = Pattern.compile("@Tag\\(\"fault-(\\d\\d)\"\\)");
    private static final Pattern ROW = Pattern.compile("\\| (\\d\\d) \\|.*\\| ([^|]*) \\|");

    @Test
    void theTableNamesTheTestsThatCarryTheTags() throws IOException {
        Map<String, String> table = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/faults.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                table.put(row.group(1), row.group(2));
            }
        }
        assertThat(table).isEqualTo(tests());
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, Set<String>> classes = new TreeMap<>();
        for (String module : List.of("ejb", "web", "batch", "demo", "simulator", "acceptance")) {
            Path sources = Path.of("..", module, "src/test/java");
            if (Files.exists(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    for (Path file : files.filter(FaultsTest::isJava).toList()) {
                        Matcher tag = TAG.matcher(Files.readString(file));
                        while (tag.find()) {
                            classes.computeIfAbsent(tag.group(1), unused -> new TreeSet<>())
                                    .add("`" + name(file) + "`");
                        }
                    }
                }
            }
        }
        Map<String, String> rows = new TreeMap<>();
        classes.forEach((number, names) -> rows.put(number, String.join(", ", names)));
        return rows;
    }

    private static boolean isJava(Path file) {
        return file.toString().endsWith(".java");
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
