package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @Tag("fault-13")
    @CsvSource({
        "40001, 1213, a deadlock, false",
        "HY000, 1205, a lock that was waited for too long, false",
        "08S01, 0, a lost connection, false",
        "08004, 1040, too many connections, false",
        "42000, 1203, too many connections of one user, false",
        "42000, 1226, a limit of one user, false",
        "42000, 1142, a right that was taken away, false",
        "42000, 1049, a database that is being restored, false",
        "42S02, 1146, a table that is being restored, false",
        "HY000, 1290, read-only, false",
        ", 0, a pool without a free connection, false",
        "22001, 1406, a text that is too long, true",
        "22003, 1264, a number that is too large, true",
        "23000, 1048, a null where none may be, true",
        "42000, 1064, a statement that is none, true",
        "HY000, 1366, a text that is not of the column's characters, true"
    })
    void whatPassesIsWaitedForAndWhatDoesNotIsLeftOut(
            String state, int code, String what, boolean bad) {
        assertThat(Trouble.isBadData(new SQLException(what, state, code))).isEqualTo(bad);
    }
}
