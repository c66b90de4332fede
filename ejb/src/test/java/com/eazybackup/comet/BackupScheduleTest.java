package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupScheduleTest {

    private static final String DAILY = "'FrequencyType':8011,'SecondsPast':17100";
    private static final String HOURLY = "'FrequencyType':8012,'SecondsPast':0";

    /**
     * The frequency, its seconds, the only days, and the hours that it promises; empty for none.
     */
    @ParameterizedTest(name = "{0} {1} on {2}: {3} h")
    @CsvSource({
        "8010, 1784116800,,",
        "8011, 17100,, 24",
        "8011, 17100, Monday Tuesday Wednesday Thursday Friday, 72",
        "8011, 17100, Saturday Sunday, 144",
        "8011, 17100, Wednesday, 168",
        "8011, 17100, none,",
        "8012, 600,, 1",
        "8012, 600, Monday Tuesday Wednesday Thursday Friday, 49",
        "8013, 90000,, 168",
        "8013, 90000, Monday, 168",
        "8013, 90000, Tuesday,",
        "8014, 3600,, 744",
        "8014, 3600, Monday,",
        "8015, 14400,, 4",
        "8015, 172800,, 48",
        "8015, 172800, Monday,",
        "8015, 0,,",
        "8016, 0,, 8784",
        "8099, 0,,",
    })
    void theLongestTimeBetweenTwoBackups(int frequency, long seconds, String days, Long hours)
            throws Exception {
        String only =
                days == null
                        ? "'RestrictDays':false"
                        : "'RestrictDays':true,'DaysSelect':{"
                                + Arrays.stream(days.split(" ", -1))
                                        .map(day -> "'" + day + "':true")
                                        .collect(Collectors.joining(","))
                                + "}";

        assertThat(
                        schedule(
                                        "'FrequencyType':%d,'SecondsPast':%d,%s"
                                                .formatted(frequency, seconds, only))
                                .longestGap()
                                .map(Duration::toHours))
                .isEqualTo(Optional.ofNullable(hours));
    }

    @Test
    void anHourlyBackupOfOfficeHoursPausesOverNight() throws Exception {
        String office =
                HOURLY
                        + ",'RestrictRuntime':true,'FromTime':{'Hour':8,'Minutes':0},'ToTime':{'Hour':18,'Minutes':0}";

        assertThat(schedule(office).longestGap()).contains(Duration.ofHours(15));
    }

    @Test
    void theDelayByChanceIsPromisedToo() throws Exception {
        assertThat(schedule(DAILY + ",'RandomDelaySecs':7200").longestGap())
                .contains(Duration.ofHours(26));
        assertThat(schedule(DAILY + ",'RandomDelaySecs':99999999").longestGap())
                .contains(Duration.ofHours(29));
    }

    @Test
    void ofSeveralSchedulesTheShortestHoldsAndOfSeveralItemsTheLongest() throws Exception {
        UserProfile profile =
                new UserProfile(
                        Wire.JSON.readTree(
                                """
                                {'Sources':{'i1':{'OwnerDevice':'a'},'i2':{'OwnerDevice':'a'},'i3':{'OwnerDevice':'b'}},
                                 'BackupRules':{
                                  'r1':{'Source':'i1','Schedules':[{%1$s},{'FrequencyType':8013,'SecondsPast':0}]},
                                  'r2':{'Source':'i2','Schedules':[{'FrequencyType':8013,'SecondsPast':0}]},
                                  'r3':{'Source':'i2','Schedules':[{'FrequencyType':8015,'SecondsPast':172800}]},
                                  'r4':{'Source':'i3','Schedules':null}}}
                                """
                                        .formatted(DAILY)
                                        .replace('\'', '"')));

        assertThat(profile.promises()).hasSize(1).containsEntry("a", Duration.ofDays(2));
        assertThat(profile.itemPromises())
                .containsOnly(entry("i1", Duration.ofDays(1)), entry("i2", Duration.ofDays(2)));
    }

    private static BackupSchedule schedule(String fields) throws Exception {
        return BackupSchedule.from(Wire.JSON.readTree("{" + fields.replace('\'', '"') + "}"));
    }
}
