package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fault-31")
class CsvTextTest {

    @Test
    void aFileIsUtf8WithItsMarkAndEndsLinesAsSpreadsheetsExpect() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvText csv = CsvText.to(out)) {
            csv.row("Gerät", "Größe").row("日本 💾", 12);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF\"Gerät\",\"Größe\"\r\n\"日本 💾\",12\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\nname",
                "\u0000=1+1",
                " =1+1",
                "\u00a0=1+1",
                "\u200b=1+1",
                "\ufeff=1+1",
                "\u202e=1+1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)",
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"https://evil.example\";\"click\")"
            })
    void whatASpreadsheetWouldComputeBeginsWithAnApostrophe(String name) throws IOException {
        assertThat(cells(name).get(0)).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SRV-01", "a=b", "1 + 1", "'quoted'", "D'Arcy", "100 % @ home", "a - b", ""})
    void anOrdinaryNameStaysAsItIs(String name) throws IOException {
        assertThat(cells(name)).containsExactly(name);
    }

    @Test
    void aSemicolonStartsNoFormulaWhereItPartsCells() throws IOException {
        assertThat(cells("backup;=1+1").get(0)).isEqualTo("backup;'=1+1");
        assertThat(cells("backup; \u0000+1").get(0)).doesNotContain("; \u0000+").contains("'+1");
        assertThat(cells("a;b").get(0)).isEqualTo("a;b");
    }

    @Test
    void noTextEndsItsLine() throws IOException {
        assertThat(written("a\r\n=1+1", "b\n-1", "c\u2028d"))
                .isEqualTo("\uFEFF\"a =1+1\",\"b -1\",\"c d\"\r\n");
    }

    @Test
    void quotesAndCommasStayInTheirCell() throws IOException {
        assertThat(cells("say \"hi\", then\",=1+1", "next"))
                .containsExactly("say \"hi\", then\",=1+1", "next");
    }

    @Test
    void numbersStayNumbers() throws IOException {
        assertThat(
                        written(
                                -5,
                                0L,
                                1.5,
                                -0.25f,
                                new BigDecimal("1E+12"),
                                1e15,
                                Double.NaN,
                                Double.NEGATIVE_INFINITY))
                .isEqualTo("\uFEFF-5,0,1.5,-0.25,1000000000000,1000000000000000,\"\",\"\"\r\n");
    }

    @Test
    void aTextThatLooksLikeANegativeNumberIsText() throws IOException {
        assertThat(cells("-5")).containsExactly("'-5");
    }

    @Test
    void nothingIsAnEmptyCell() throws IOException {
        assertThat(cells(null, "x", null)).containsExactly("", "x", "");
    }

    @Test
    void rowsGoOutOneByOneAndTheWriterStaysTheCallers() throws IOException {
        Watched out = new Watched();
        CsvText csv = CsvText.to(out);
        csv.row("first");
        assertThat(out.toString()).contains("first");
        csv.close();
        assertThat(out.closed).isFalse();
    }

    private static final class Watched extends StringWriter {
        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }

    private static List<String> cells(Object... row) throws IOException {
        String text = written(row).substring(1);
        List<CSVRecord> records = CSVFormat.EXCEL.parse(new StringReader(text)).getRecords();
        assertThat(records).hasSize(1);
        return records.get(0).toList();
    }

    private static String written(Object... row) throws IOException {
        Writer out = new StringWriter();
        try (CsvText csv = CsvText.to(out)) {
            csv.row(Arrays.asList(row));
        }
        return out.toString();
    }
}
