package com.eazybackup.simulator.comet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes as they are.
 *
 * @param fileName "" for none
 * @param length how many bytes {@code content} writes
 */
record RawAnswer(String contentType, String fileName, long length, Content content) {

    /** Writes the bytes, piece by piece. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Plain text in UTF-8. */
    static RawAnswer text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new RawAnswer(
                "text/plain; charset=utf-8", "", bytes.length, out -> out.write(bytes));
    }
}
