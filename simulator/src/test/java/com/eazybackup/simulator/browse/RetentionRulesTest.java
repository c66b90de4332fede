package com.eazybackup.simulator.browse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each range on the same snapshots; today is Sunday, the 22nd of November 2026. */
class RetentionRulesTest {

    private static final long NOW = at("2026-11-22T21:00");

    private static final List<Snapshot> ALL =
            List.of(
                    of("2026-11-22T06:00"),
                    of("2026-11-22T01:00"),
                    of("2026-11-21T01:00"),
                    of("2026-11-15T01:00"),
                    of("2026-11-01T01:00"),
                    of("2026-10-15T01:00"),
                    of("2025-11-22T01:00"),
                    of("2024-02-01T01:00"));

    private static long at(String time) {
        return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
    }

    private static Snapshot of(String time) {
        return new Snapshot(time, "engine1/file", "item", "user", "device", "linux", at(time));
    }

    private static Set<String> kept(String policy, int monthBase) throws Exception {
        Set<String> kept = new TreeSet<>();
        ALL.forEach(snapshot -> kept.add(snapshot.id()));
        kept.removeAll(
                new RetentionRules(
                                new ObjectMapper().readTree(policy.replace('\'', '"')),
                                NOW,
                                monthBase)
                        .expired(ALL));
        return kept;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "'Type':900,'Jobs':2 | 2026-11-22T01:00 2026-11-22T06:00",
                "'Type':901,'Timestamp':1795305600 | 2026-11-22T01:00 2026-11-22T06:00",
                "'Type':902,'Days':1,'Weeks':1 | 2026-11-15T01:00 2026-11-21T01:00"
                        + " 2026-11-22T01:00 2026-11-22T06:00",
                "'Type':903,'Days':2 | 2026-11-21T01:00 2026-11-22T01:00",
                "'Type':905,'Months':2,'MonthOffset':15 | 2026-10-15T01:00 2026-11-15T01:00",
                "'Type':906,'Weeks':2,'WeekOffset':0 | 2026-11-15T01:00 2026-11-22T01:00",
                "'Type':907,'Jobs':2 | 2026-11-21T01:00 2026-11-22T06:00",
                "'Type':908,'Jobs':2 | 2026-11-21T01:00 2026-11-22T06:00",
                "'Type':909,'Jobs':2 | 2026-10-15T01:00 2026-11-22T06:00",
                "'Type':910,'Jobs':2 | 2025-11-22T01:00 2026-11-22T06:00",
                "'Type':911,'Years':2,'YearOffset':11 | 2025-11-22T01:00 2026-11-01T01:00"
            })
    void aRangeKeepsWhatItSays(String range, String expected) throws Exception {
        assertThat(kept("{'Mode':802,'Ranges':[{" + range + "}]}", 1))
                .containsExactlyElementsOf(Arrays.asList(expected.split(" ")));
    }

    @Test
    void monthsOfAYearMayCountFromZero() throws Exception {
        assertThat(kept("{'Mode':802,'Ranges':[{'Type':911,'Years':3,'YearOffset':1}]}", 0))
                .containsExactly("2024-02-01T01:00");
    }

    @Test
    void whatAnyRangeKeepsIsKeptAndAnUnknownRangeLosesNothing() throws Exception {
        assertThat(
                        kept(
                                "{'Mode':802,'Ranges':[{'Type':900,'Jobs':1},"
                                        + "{'Type':910,'Jobs':2}]}",
                                1))
                .containsExactly("2025-11-22T01:00", "2026-11-22T06:00");
        assertThat(kept("{'Mode':802,'Ranges':[{'Type':904}]}", 1)).hasSize(ALL.size());
    }

    @Test
    void withoutRulesEverythingIsKept() throws Exception {
        assertThat(kept("{'Mode':801,'Ranges':[{'Type':900,'Jobs':1}]}", 1)).hasSize(ALL.size());
    }
}
