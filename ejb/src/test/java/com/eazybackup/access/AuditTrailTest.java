package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.platform.Reference;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String ROWS =
            "SELECT at_ms, actor, role, client_id, action, target, result, reference, address, via"
                    + " FROM eb_audit ORDER BY id";

    private final AuditTrail audit =
            new AuditTrail(
                    DATABASE.source(), new MovedClock(Instant.parse("2026-03-01T00:00:00.250Z")));

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_audit");
    }

    @Test
    void aLineSaysWhoDidWhatForWhomAndWhenInUtc() throws SQLException {
        audit.record(
                new AuditEntry(
                        "dana@x.example",
                        "customer",
                        Optional.of(new ClientId(101)),
                        "choose-client",
                        "101",
                        "ok",
                        Optional.of(new Reference("EB-7F3K-20C1")),
                        "198.51.100.7",
                        "session 4hJ"));
        assertThat(DATABASE.rows(ROWS))
                .containsExactly(
                        "1772323200250|dana@x.example|customer|101|choose-client|101|ok|EB-7F3K-20C1|198.51.100.7|session 4hJ");
    }

    @Test
    void whateverAStrangerTypesFitsAndForgesNothing() throws SQLException {
        audit.record(
                new AuditEntry(
                        "x\r\nadmin" + "🦊".repeat(400),
                        "unknown",
                        Optional.empty(),
                        "sign-in",
                        "'; DROP TABLE eb_audit; --",
                        "refused",
                        Optional.empty(),
                        "z".repeat(200),
                        ""));
        assertThat(DATABASE.rows(ROWS))
                .singleElement()
                .asString()
                .contains("x\uFFFD\uFFFDadmin", "'; DROP TABLE eb_audit; --", "zzz…")
                .doesNotContain("\n");
    }
}
