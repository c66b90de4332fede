package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault-13")
class TwoPoolsTest {

    private final List<String> asked = new ArrayList<>();
    private final DatabasePulse pulse = new DatabasePulse();
    private final DataSource database = new TwoPools(pool("people"), pool("work"), pulse);

    @Test
    void whoWaitsForNobodyHasTheOtherPoolOnThisThreadAlone() throws Exception {
        connect();
        LongWork.call(this::connect);
        connect();
        Thread thread = new Thread(LongWork.of(this::connectSomehow));
        thread.start();
        thread.join();
        connect();

        assertThat(asked).containsExactly("people", "work", "people", "work", "people");
    }

    @Test
    void aPartOfLongWorkLeavesTheMarkOfTheWhole() throws Exception {
        LongWork.begin();
        try {
            LongWork.call(this::connect);
            connect();
        } finally {
            LongWork.end();
        }
        assertThatThrownBy(
                        () ->
                                LongWork.call(
                                        () -> {
                                            throw new SQLException("broken");
                                        }))
                .isInstanceOf(SQLException.class);
        connect();

        assertThat(asked).containsExactly("work", "work", "people");
    }

    @Test
    void whileTheDatabaseIsSilentPeopleDoNotWaitAndLongWorkDoes() throws Exception {
        pulse.silent(new SQLException("no answer within PT2S"));

        assertThatThrownBy(this::connect)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no sign of life")
                .hasMessageContaining("no answer within PT2S");
        LongWork.call(this::connect);
        pulse.answers();
        connect();

        assertThat(asked).containsExactly("work", "people");
    }

    private Void connect() throws SQLException {
        database.getConnection();
        return null;
    }

    private void connectSomehow() {
        try {
            connect();
        } catch (SQLException e) {
            asked.add(e.getMessage());
        }
    }

    private DataSource pool(String name) {
        return (DataSource)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> {
                            asked.add(name);
                            return Proxy.newProxyInstance(
                                    getClass().getClassLoader(),
                                    new Class<?>[] {Connection.class},
                                    (same, call, given) -> null);
                        });
    }
}
