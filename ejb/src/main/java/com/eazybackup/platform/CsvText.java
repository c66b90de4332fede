package com.eazybackup.platform;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes rows for spreadsheets, one at a time: UTF-8 with a byte order mark, commas, CRLF. Nothing
 * is kept, so that an export may be of any length.
 *
 * <p>Guarantee: no text becomes a formula. What a {@link Number} is stays a number, with a point
 * and without an exponent; everything else is written as quoted text by {@link CsvCell}, with an
 * apostrophe before what a spreadsheet would compute. {@code null} is an empty cell.
 *
 * <p>Limits: text is not what it was to the letter (control characters and line breaks become
 * spaces). The writer is flushed and never closed here: it belongs to the caller.
 */
public final class CsvText implements Closeable {

    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT =
            CSVFormat.EXCEL.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get();

    private final CSVPrinter rows;

    private CsvText(Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        rows = new CSVPrinter(out, FORMAT);
    }

    public static CsvText to(OutputStream out) throws IOException {
        return to(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /**
     * @param out that encodes in UTF-8
     */
    public static CsvText to(Writer out) throws IOException {
        return new CsvText(out);
    }

    public CsvText row(Object... cells) throws IOException {
        return row(Arrays.asList(cells));
    }

    /**
     * @param cells of which each is a number, null, or anything whose {@code toString} is to be
     *     read
     */
    public CsvText row(Collection<?> cells) throws IOException {
        rows.printRecord(cells.stream().map(CsvText::cell).toList().toArray());
        return this;
    }

    private static Object cell(Object value) {
        if (value instanceof Number number) {
            return Plain.of(number);
        }
        return value == null ? "" : CsvCell.text(value.toString());
    }

    @Override
    public void close() throws IOException {
        rows.flush();
    }

    /** A number as spreadsheets of all countries read it; the printer does not quote numbers. */
    private static final class Plain extends Number {

        private static final long serialVersionUID = 1L;

        private final BigDecimal value;

        private Plain(BigDecimal value) {
            this.value = value;
        }

        static Object of(Number number) {
            String text = number.toString();
            boolean finite = !text.contains("N") && !text.contains("I"); // NaN, Infinity
            return finite ? new Plain(new BigDecimal(text)) : "";
        }

        @Override
        public String toString() {
            return value.toPlainString();
        }

        @Override
        public int intValue() {
            return value.intValue();
        }

        @Override
        public long longValue() {
            return value.longValue();
        }

        @Override
        public float floatValue() {
            return value.floatValue();
        }

        @Override
        public double doubleValue() {
            return value.doubleValue();
        }
    }
}
