package com.eazybackup.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Tables of the project's own documents, which tests take at their word. */
final class DocumentTable {

    private DocumentTable() {}

    /**
     * @param first the heading of the table's first column
     * @return the heading and the rows, cells without spaces around them and without backticks
     */
    static List<List<String>> rows(String document, String first) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs").resolve(document));
        int head = 0;
        while (!lines.get(head).startsWith("| " + first + " |")) {
            head++;
        }
        return lines.subList(head, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("|-"))
                .map(DocumentTable::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.lastIndexOf('|'));
        return Arrays.stream(inner.split("\\|", -1))
                .map(cell -> cell.replace("`", "").strip())
                .toList();
    }
}
