package com.eazybackup.web.api;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/** What an export's file is called. */
public final class ExportName {

    private ExportName() {}

    /**
     * @param whose name of a client
     * @return such as {@code activity-quill-studio-2026-11-27.csv}, in letters that every system
     *     takes
     */
    public static String of(String what, String whose, LocalDate today) {
        String plain =
                Normalizer.normalize(whose, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String part = plain.length() > 60 ? plain.substring(0, 60) : plain;
        return what + (part.isEmpty() ? "" : "-" + part) + "-" + today + ".csv";
    }
}
