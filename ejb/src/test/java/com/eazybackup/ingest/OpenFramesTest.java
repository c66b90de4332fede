package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class OpenFramesTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final OpenFrames open = new OpenFrames(hangingForHalfAMinute(), nanos::get);

    @Test
    void behindADatabaseThatHangsNotEverybodyAsksInTurn() {
        assertThatThrownBy(open::byProfile).isInstanceOf(SQLException.class);
        assertThatThrownBy(open::byProfile).isInstanceOf(SQLException.class);
        assertThat(asked).hasValue(1);

        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThatThrownBy(open::byProfile).isInstanceOf(SQLException.class);
        assertThat(asked).hasValue(2);
    }

    private DataSource hangingForHalfAMinute() {
        return (DataSource)
                Proxy.newProxyInstance(
                        OpenFramesTest.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (source, method, arguments) -> {
                            asked.incrementAndGet();
                            nanos.addAndGet(Duration.ofSeconds(30).toNanos());
                            throw new SQLException("no connection in time");
                        });
    }
}
