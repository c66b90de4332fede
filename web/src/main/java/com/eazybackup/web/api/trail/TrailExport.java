package com.eazybackup.web.api.trail;

import com.eazybackup.access.AuditReader;
import com.eazybackup.access.TrailLine;
import com.eazybackup.platform.CsvText;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.OutageLog;
import com.eazybackup.web.TrailWords;
import com.eazybackup.whmcs.ClientId;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The audit trail as a file for spreadsheets. Written line by line; what ends before the end says
 * so in its last row, since the answer's status has been sent by then.
 */
final class TrailExport {

    private static final Logger LOG = System.getLogger(TrailExport.class.getName());
    private static final OutageLog OUTAGE = new OutageLog(LOG, "An export of the trail broke off");
    private static final String[] COLUMNS = {
        "time",
        "actor",
        "name",
        "role",
        "client",
        "action",
        "what",
        "target",
        "result",
        "reference",
        "address",
        "via"
    };

    private final TrailWords words;
    private final ZoneId zone;
    private final String support;

    /**
     * @param support what stands for an administrator without an address
     */
    TrailExport(TrailWords words, ZoneId zone, String support) {
        this.words = words;
        this.zone = zone;
        this.support = support;
    }

    /**
     * @return how it ended, in a word for the trail
     */
    String write(AuditReader.Pages pages, OutputStream out) throws IOException {
        try (CsvText csv = CsvText.to(out)) {
            csv.row((Object[]) COLUMNS);
            return write(pages, csv);
        }
    }

    private String write(AuditReader.Pages pages, CsvText csv) throws IOException {
        try {
            AuditReader.Exported done = AuditReader.export(pages, line -> csv.row(cells(line)));
            if (!done.whole()) {
                csv.row("This is not all: older lines are left out. Narrow the days.");
            }
            return done.whole() ? "ok" : "cut-off";
        } catch (DatabaseUnavailable e) {
            csv.row("This is not all: the database did not answer.", OUTAGE.failed(e));
            return "broke-off";
        }
    }

    private Object[] cells(TrailLine line) {
        boolean ours = line.actor().isEmpty() && line.role().equals("admin");
        return new Object[] {
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    line.at().truncatedTo(ChronoUnit.SECONDS).atZone(zone)),
            ours ? support : line.actor(),
            line.name(),
            line.role(),
            line.client().map(ClientId::value).orElse(null),
            line.action(),
            words.action(line.action()),
            line.target(),
            line.result(),
            line.reference(),
            line.address(),
            line.via()
        };
    }
}
