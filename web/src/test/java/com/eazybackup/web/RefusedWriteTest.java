package com.eazybackup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

class RefusedWriteTest {

    @Test
    void theLineSaysWhereToAndWhy() {
        List<String> lines = new ArrayList<>();
        Handler reader = reader(lines);
        Logger log = Logger.getLogger(RefusedWrite.class.getName());
        log.addHandler(reader);
        try {
            RefusedWrite.log("that another site sent", "/api/{0}");
        } finally {
            log.removeHandler(reader);
        }
        assertThat(lines).containsExactly("A write to /api/{0} that another site sent was refused");
    }

    @Test
    void nobodyWritesALineOfHisOwn() {
        assertThat(RefusedWrite.safe("/api/x\r\n2026 ERROR all is lost\u202e"))
                .isEqualTo("/api/x??2026?ERROR?all?is?lost?");
        assertThat(RefusedWrite.safe(null)).isEqualTo("null");
        assertThat(RefusedWrite.safe("/" + "a".repeat(5_000))).hasSize(201).endsWith("…");
    }

    private static Handler reader(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
