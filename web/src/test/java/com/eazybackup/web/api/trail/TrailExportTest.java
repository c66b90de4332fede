package com.eazybackup.web.api.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.access.AuditReader;
import com.eazybackup.access.TrailLine;
import com.eazybackup.access.TrailPage;
import com.eazybackup.access.TrailPlace;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.web.TrailWords;
import com.eazybackup.web.api.ExportName;
import com.eazybackup.whmcs.ClientId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TrailExportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private final TrailExport export =
            new TrailExport(
                    new TrailWords(Locale.CANADA), ZoneId.of("America/Toronto"), "Support of Acme");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aLineHasItsTimeInTheReadersZoneAndItsActionInWords() throws IOException {
        assertThat(export.write(once(line("iris@x.example", "customer", "sign-in", "")), out))
                .isEqualTo("ok");
        assertThat(text())
                .contains(
                        "\"2026-02-28T19:00:00-05:00\",\"iris@x.example\",\"\",\"customer\",103,"
                                + "\"sign-in\",\"Sign-in\",\"\",\"ok\"");
    }

    @Test
    void supportIsCalledSupport() throws IOException {
        export.write(once(line("", "admin", "clients.view", "ticket 4711")), out);
        assertThat(text()).contains("\"Support of Acme\",\"Sue\",\"admin\"", "\"ticket 4711\"");
    }

    @Test
    @Tag("fault-31")
    void noTextBecomesAFormula() throws IOException {
        export.write(once(line("=cmd|' /C calc'!A0", "unknown", "sign-in", "@SUM(A1)")), out);
        assertThat(text()).contains("\"'=cmd|", "\"'@SUM(A1)\"");
    }

    @Test
    void whatIsNotAllSaysSo() throws IOException {
        TrailLine line = line("a@x.example", "customer", "sign-in", "");
        AuditReader.Pages endless =
                (place, size) -> new TrailPage(List.of(), Optional.of(new TrailPlace(1, 1)), false);
        assertThat(export.write(endless, out)).isEqualTo("cut-off");
        assertThat(text()).contains("This is not all");

        AuditReader.Pages breaking =
                (place, size) -> {
                    if (place.isEmpty()) {
                        return new TrailPage(
                                List.of(line), Optional.of(new TrailPlace(1, 1)), true);
                    }
                    throw new DatabaseUnavailable("gone", new SQLException("gone away"));
                };
        out.reset();
        assertThat(export.write(breaking, out)).isEqualTo("broke-off");
        assertThat(text()).contains("a@x.example", "the database did not answer", "\"EB-");
    }

    @Test
    void theFilesNameIsPlainWhateverTheClientIsCalled() {
        assertThat(ExportName.of("activity", "Quill Studio", TODAY))
                .isEqualTo("activity-quill-studio-2026-11-27.csv");
        assertThat(ExportName.of("activity", "Émile \"& Fils\"\r\nX: y", TODAY))
                .isEqualTo("activity-emile-fils-x-y-2026-11-27.csv");
        assertThat(ExportName.of("activity", "日本", TODAY)).isEqualTo("activity-2026-11-27.csv");
        assertThat(ExportName.of("trail", "", TODAY)).isEqualTo("trail-2026-11-27.csv");
        assertThat(ExportName.of("activity", "x".repeat(500), TODAY)).hasSizeLessThan(100);
    }

    private static AuditReader.Pages once(TrailLine line) {
        return (place, size) -> new TrailPage(List.of(line), Optional.empty(), true);
    }

    private static TrailLine line(String actor, String role, String action, String target) {
        return new TrailLine(
                7,
                Instant.parse("2026-03-01T00:00:00.250Z"),
                actor,
                role.equals("admin") ? "Sue" : "",
                role,
                Optional.of(new ClientId(103)),
                action,
                target,
                "ok",
                "",
                "198.51.100.7",
                "session 4hJ");
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
