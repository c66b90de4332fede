package com.eazybackup.comet;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Codes that Comet sent and our tables do not have: a sign that a server is newer than they are.
 *
 * <p>Counted for the life of the process and over all servers: codes are looked up where nobody
 * knows of a server. A count says how often one was looked up, not in how many answers it was.
 *
 * <p>Limits: holds a bounded number of different codes for each table, each cut to a bounded
 * length; those above are counted together under {@value #OTHERS}.
 */
public final class UnknownCodes {

    /** Where codes are counted for which there is no room. */
    public static final String OTHERS = "others";

    private static final int DIFFERENT = 100;
    private static final int LONGEST = 60;
    private static final Map<String, Map<String, LongAdder>> TABLES = new ConcurrentHashMap<>();

    private UnknownCodes() {}

    static void met(Class<? extends CometCode> table, String wire) {
        Map<String, LongAdder> counts =
                TABLES.computeIfAbsent(table.getSimpleName(), unused -> new ConcurrentHashMap<>());
        String shown = wire.length() > LONGEST ? wire.substring(0, LONGEST) : wire;
        boolean room = counts.size() < DIFFERENT || counts.containsKey(shown);
        counts.computeIfAbsent(room ? shown : OTHERS, unused -> new LongAdder()).increment();
    }

    /**
     * @return how often each was met, by table and code, such as {@code JobStatus 6042}
     */
    public static Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        TABLES.forEach(
                (table, codes) ->
                        codes.forEach(
                                (code, count) -> counts.put(table + " " + code, count.sum())));
        return counts;
    }
}
