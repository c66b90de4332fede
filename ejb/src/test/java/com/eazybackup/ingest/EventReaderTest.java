package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.JobDetail;
import com.eazybackup.ingest.News.Spot;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final long NOW = 1_767_250_000L;

    private static News read(String frame) {
        return EventReader.read(frame.replace('\'', '"'), Instant.ofEpochSecond(NOW));
    }

    private static JobDetail job(String data) {
        return ((News.Job) read("{'Type':4200,'Data':" + data + "}")).job();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[1,2]", "\"text\"", "null", "{\"Type\":", "7"})
    @Tag("fault-08")
    void whatIsNoObjectIsUnreadableAndNoException(String frame) {
        assertThat(read(frame)).isInstanceOf(News.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Type':4200}",
                "{'Type':4201,'Data':'text'}",
                "{'Type':4201,'Data':{'Username':'u','SnapshotID':'s'}}",
                "{'Type':4700,'Actor':'a','Data':{}}",
                "{'Type':4102,'Data':{}}",
                "{'Type':4101,'Actor':'admin'}"
            })
    @Tag("fault-08")
    void anEventThatLacksItsSubjectIsUnreadable(String frame) {
        assertThat(read(frame)).isInstanceOf(News.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Type':4000}",
                "{'Type':4103,'Actor':'u'}",
                "{'Type':4804}",
                "{'Type':9999,'TypeString':'SEVT_FROM_THE_FUTURE'}",
                "{}"
            })
    void whatDoesNotConcernUsIsASignOfLife(String frame) {
        assertThat(read(frame)).isInstanceOf(News.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GUID", "JobGUID", "JobGuid", "JobID", "ID"})
    void aJobsIdentityHasSeveralNames(String field) {
        assertThat(job("{'" + field + "':'j1'}").id().value()).isEqualTo("j1");
    }

    @Test
    void aUserIsTakenFromUsernameAloneAndNeverFromADisplayName() {
        assertThat(job("{'GUID':'j','AccountName':'Acme Ltd','Account':'a','User':'b'}").username())
                .isEmpty();
    }

    @Test
    void olderNamesOfFieldsAreUnderstoodAndTheOfficialOneWins() {
        JobDetail job =
                job(
                        "{'GUID':'j','JobType':4002,'StartedAt':1767240000,'Finish':1767241000,"
                                + "'Bytes':5,'ScannedBytes':9,'Device':'d','UploadSize':7}");
        assertThat(job.classification()).isEqualTo(4002);
        assertThat(job.startedAt()).isEqualTo(1_767_240_000L);
        assertThat(job.endedAt()).isEqualTo(1_767_241_000L);
        assertThat(job.uploaded()).isEqualTo(7);
        assertThat(job.size()).isEqualTo(9);
        assertThat(job.deviceId()).isEqualTo("d");
    }

    @ParameterizedTest
    @CsvSource({
        "5000, 5000",
        "'7004', 7004",
        "'completed with warnings', 7001",
        "missed, 7004",
        "quota exceeded, 7003",
        "user_cancelled, 7005",
        "abandoned, 7007",
        "skip_already_running, 7006",
        "Success, 5000",
        "OK, 5000",
        "exploded, 7002"
    })
    void aStatusMayBeANumberOrAWord(String said, int status) {
        String value = said.matches("\\d+") ? said : "'" + said + "'";
        News.Job news = (News.Job) read("{'Type':4201,'Data':{'GUID':'j','Result':" + value + "}}");
        assertThat(news.job().status()).isEqualTo(status);
    }

    @Test
    void aCompletionWithoutAStatusIsAnErrorAndAStartWithoutOneRuns() {
        News.Job completed = (News.Job) read("{'Type':4201,'Data':{'GUID':'j'}}");
        assertThat(completed.job().status()).isEqualTo(7002);
        assertThat(completed.ended()).isTrue();
        News.Job started = (News.Job) read("{'Type':4200,'Data':{'GUID':'j'}}");
        assertThat(started.job().status()).isEqualTo(6001);
        assertThat(started.ended()).isFalse();
    }

    @Test
    void anEndWithoutATimeIsNowAndOneThatStillRunsEndsToo() {
        News.Job news =
                (News.Job)
                        read(
                                "{'Type':4201,'Timestamp':1767240000,'Data':{'GUID':'j','Status':6001}}");
        assertThat(news.endedAt()).isEqualTo(1_767_240_000L);
    }

    @Test
    @Tag("fault-17")
    void theTimeIsTheEventsElseOursAndNeverTheFuture() {
        assertThat(read("{'Type':4000,'Timestamp':1767240000}").at()).isEqualTo(1_767_240_000L);
        assertThat(read("{'Type':4000,'Time':1767240000000}").at()).isEqualTo(1_767_240_000L);
        assertThat(read("{'Type':4000}").at()).isEqualTo(NOW);
        assertThat(read("{'Type':4000,'Timestamp':1999999999}").at()).isEqualTo(NOW);
    }

    @Test
    void aCompleteProfileIsUsedAndAnotherIsAskedFor() {
        assertThat(
                        read(
                                "{'Type':4102,'Actor':'portal','Data':{'Username':'u','Devices':{},"
                                        + "'Sources':{},'Destinations':{}}}"))
                .isInstanceOf(News.Profile.class);
        assertThat(read("{'Type':4102,'Actor':'portal','Data':{'Username':'u'}}"))
                .isEqualTo(new News.ProfileChanged("u", NOW));
        assertThat(read("{'Type':4102,'Actor':'u'}")).isEqualTo(new News.ProfileChanged("u", NOW));
    }

    @Test
    void aRemovedAccountIsNamedByDataOrResourceAndNeverByTheActor() {
        assertThat(read("{'Type':4101,'Actor':'admin','Data':'gone'}"))
                .isEqualTo(new News.AccountRemoved("gone", true, NOW, Instant.ofEpochSecond(NOW)));
        assertThat(read("{'Type':4101,'Actor':'admin','ResourceID':'gone'}"))
                .isEqualTo(new News.AccountRemoved("gone", true, NOW, Instant.ofEpochSecond(NOW)));
    }

    @Test
    void connectionsAreOfAUserAndADevice() {
        assertThat(read("{'Type':4703,'Actor':'u','ResourceID':'d'}"))
                .isEqualTo(
                        new News.Presence(
                                new Spot("u", "d"), false, NOW, Instant.ofEpochSecond(NOW)));
        assertThat(read("{'Type':4702,'Actor':'admin','Data':{'Username':'u','DeviceID':'d'}}"))
                .isEqualTo(
                        new News.Presence(
                                new Spot("u", "d"), true, NOW, Instant.ofEpochSecond(NOW)));
    }

    @Test
    void aFrameIsLoggedWithoutItsSecretsAndCut() {
        String shown =
                ProfileIntake.shown(
                        "{\"Data\":{\"PasswordHash\":\"abc\",\"Description\":\""
                                + "x".repeat(2000)
                                + "\"}}");
        assertThat(shown).doesNotContain("abc").hasSize(800);
        assertThat(ProfileIntake.shown("Password=abc")).doesNotContain("abc");
    }
}
