package com.eazybackup.web.api;

import com.eazybackup.access.Action;
import com.eazybackup.access.ClientSummary;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Door;
import com.eazybackup.platform.CsvText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A list as a file for spreadsheets. It is read whole before the first byte is sent, so that what
 * cannot be read is a problem answer and never half a file; it has one of the {@link ExportPlaces}
 * while it is read and sent, and is in the trail with how it ended.
 */
@RequestScoped
public class ListExport {

    @Inject Door door;
    @Inject CurrentCaller current;
    @Inject ExportPlaces places;
    @Inject Clock clock;

    /**
     * What belongs to the client that is acted for.
     *
     * @param name of the list
     * @param which rows, in words for the trail
     * @param rows all of them
     * @param columns names of the cells
     * @param cells those of one row
     */
    public <T> Response ofClient(
            Action action,
            String name,
            String which,
            Supplier<List<T>> rows,
            List<String> columns,
            Function<T, Object[]> cells) {
        String whose = current.requireCaller().chosen().map(ClientSummary::name).orElseThrow();
        return answer(action, fileName(name, whose), which, rows, columns, cells);
    }

    /** What is of all clients; the rest as in {@link #ofClient}. */
    public <T> Response ofAll(
            Action action,
            String name,
            String which,
            Supplier<List<T>> rows,
            List<String> columns,
            Function<T, Object[]> cells) {
        return answer(action, fileName(name, ""), which, rows, columns, cells);
    }

    private String fileName(String name, String whose) {
        return ExportName.of(name, whose, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }

    private <T> Response answer(
            Action action,
            String fileName,
            String which,
            Supplier<List<T>> rows,
            List<String> columns,
            Function<T, Object[]> cells) {
        String pass = current.requireCaller().pass().key();
        places.ask(pass);
        StreamingOutput file =
                out ->
                        places.write(
                                pass,
                                () -> {
                                    Optional<IOException> trouble =
                                            door.act(
                                                    action,
                                                    which,
                                                    () -> written(rows, columns, cells, out),
                                                    gone -> gone.isPresent() ? "broke-off" : "ok");
                                    if (trouble.isPresent()) {
                                        throw trouble.get();
                                    }
                                });
        return Response.ok(file)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + fileName + "\"")
                .build();
    }

    /**
     * @return what the reader broke off with, if so
     */
    private static <T> Optional<IOException> written(
            Supplier<List<T>> rows,
            List<String> columns,
            Function<T, Object[]> cells,
            OutputStream out) {
        List<T> read = rows.get();
        try (CsvText csv = CsvText.to(out)) {
            csv.row(columns);
            for (T row : read) {
                csv.row(cells.apply(row));
            }
            return Optional.empty();
        } catch (IOException gone) {
            return Optional.of(gone);
        }
    }
}
