package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.comet.Switches.OldLogs;
import com.eazybackup.simulator.http.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is behind a number, a dot and a job, over the API. */
class JobReportApiIT {

    private static final String PROFILE = DemoCustomers.COMETBACKUP;
    private static final String LOG = "/api/v1/admin/get-job-log-entries";
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    private final SimulatedCometServer comet = World.get().comet(PROFILE);
    private final Place place = World.place(PROFILE, World.SMALL_ACCOUNT);
    private Session session;

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
    }

    @BeforeEach
    void signIn() throws Exception {
        session = Session.of(World.SMALL);
    }

    @AfterEach
    void heal() {
        comet.faults().clear();
        comet.switches().oldLogs = OldLogs.KEPT;
    }

    @Test
    void theJobsOfABucketAreThoseThatTheCardCounts() throws Exception {
        String job = ended(7001);

        for (String bucket :
                new String[] {"success", "error", "warning", "missed", "running", "interrupted"}) {
            World.eventually(
                    "as many as the card says: " + bucket,
                    () -> {
                        JsonNode jobs = session.get("/api/jobs?size=200&bucket=" + bucket).json();
                        return jobs.path("total").isNumber()
                                && jobs.path("total").equals(onCard(bucket))
                                && jobs.path("items").size() == jobs.path("total").asInt();
                    });
        }
        JsonNode warned = session.get("/api/jobs?bucket=warning&size=1").json();
        assertThat(warned.at("/items/0/job_id").asText()).isEqualTo(job);
        assertThat(warned.at("/items/0/state").asText()).isEqualTo("warning");
        assertThat(warned.path("page").asInt()).isEqualTo(1);
        assertThat(warned.path("size").asInt()).isEqualTo(1);
    }

    private JsonNode onCard(String bucket) throws Exception {
        JsonNode usage = session.get("/api/dashboard/usage-metrics").json();
        return usage.findValue("status24h").path(bucket);
    }

    @Test
    void theBackupsOfADayAreBehindItsDot() throws Exception {
        String job = ended(5000);
        String device = "/api/devices/" + deviceId() + "/jobs";
        String today = LocalDate.now(TORONTO).toString();

        JsonNode day = session.get(device + "?day=" + today + "&tz=America/Toronto").json();

        assertThat(day.path("day").asText()).isEqualTo(today);
        JsonNode latest = day.at("/items/0");
        assertThat(latest.path("job_id").asText()).isEqualTo(job);
        assertThat(latest.path("device_id").asText()).isEqualTo(deviceId());
        assertThat(latest.path("status_code").asInt()).isEqualTo(5000);
        assertThat(session.get(device).json().path("items").isArray()).as("of today").isTrue();
    }

    @Test
    void aJobIsReportedFromItsStartToItsEnd() throws Exception {
        String job =
                comet.acts()
                        .jobs()
                        .start(place.username(), place.device(), place.item(), place.vault());
        World.eventually("it runs", () -> report(job).path("state").asText().equals("running"));
        assertThat(report(job).path("ended_at").asLong()).isZero();
        comet.acts().jobs().finish(job, 7001);
        World.eventually(
                "it has ended", () -> report(job).path("state").asText().equals("warning"));

        JsonNode report = report(job);
        assertThat(report.path("id").asText()).isEqualTo(PROFILE + ":" + job);
        assertThat(report.path("server_id").asText()).isEqualTo(PROFILE);
        assertThat(report.path("username").asText()).isEqualTo(World.SMALL_ACCOUNT);
        assertThat(report.path("device_id").asText()).isEqualTo(deviceId());
        assertThat(report.path("device_name").asText()).isNotEmpty();
        assertThat(report.path("client_version").asText()).isNotEmpty();
        assertThat(report.path("item_name").asText()).isNotEmpty();
        assertThat(report.path("item_type").asText()).startsWith("engine1/");
        assertThat(report.path("vault_id").asText()).isEqualTo(place.vault());
        assertThat(report.path("vault_name").asText()).isNotEmpty();
        assertThat(report.path("classification").asInt()).isEqualTo(4001);
        assertThat(report.path("status").asText()).isEqualTo("warning");
        assertThat(report.path("size").isNumber()).isTrue();
        assertThat(report.path("ended_at").asLong())
                .isGreaterThanOrEqualTo(report.path("started_at").asLong());
        assertThat(report.has("status_reason")).isTrue();
        assertThat(report.path("status_reason").isNull()).isTrue();
    }

    @Test
    void theLogIsTheServersAndOneThatIsGoneSaysSo() throws Exception {
        String job = ended(7001);

        JsonNode log = log(job).json();

        assertThat(log.path("entries").size()).isGreaterThan(4);
        assertThat(log.path("entries").findValuesAsText("severity")).contains("I", "D", "W");
        assertThat(log.at("/entries/0/time").asLong()).isPositive();
        assertThat(log.path("more").asInt()).isZero();
        assertThat(log.path("gone").asBoolean()).isFalse();
        assertThat(log.path("t").asLong()).isCloseTo(now(), within(60L));

        comet.acts().jobs().forget(job);
        JsonNode gone = log(job).json();
        assertThat(gone.path("entries").isEmpty()).isTrue();
        assertThat(gone.path("gone").asBoolean()).isTrue();
    }

    @Test
    @Tag("fault-26")
    void aServerThatIsAwayIsAProblemAndOneThatIsBackGivesTheLog() throws Exception {
        String job = ended(5000);
        comet.faults().add(Fault.always(Fault.Kind.STATUS).onPath(LOG));

        Answer away = log(job);

        assertThat(away.status()).as(away.toString()).isEqualTo(503);
        assertThat(away.type()).startsWith("application/problem+json");
        assertThat(away.json().path("code").asText()).isEqualTo("comet-unreachable");
        assertThat(away.json().path("detail").asText()).contains("does not answer");
        assertThat(away.json().path("reference").asText()).startsWith("EB-");
        assertThat(away.body())
                .doesNotContain(comet.origin().toString())
                .doesNotContain(comet.access().password());

        comet.faults().clear();
        comet.faults().add(Fault.always(Fault.Kind.REFUSED).onPath(LOG));
        Answer refused = log(job);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(502);
        assertThat(refused.json().path("code").asText()).isEqualTo("comet-refused");

        comet.faults().clear();
        assertThat(log(job).json().path("entries").isEmpty()).isFalse();
        assertThat(report(job).path("state").asText()).as("from our tables").isEqualTo("success");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/jobs",
                "/api/jobs?bucket=",
                "/api/jobs?bucket=Error",
                "/api/jobs?bucket=timeout",
                "/api/jobs?bucket=error&page=0",
                "/api/jobs?bucket=error&size=201",
                "/api/devices/{id}/jobs?day=yesterday",
                "/api/devices/{id}/jobs?day=2020-01-01",
                "/api/devices/{id}/jobs?day=9999-12-31",
                "/api/devices/{id}/jobs?tz=Mars/Olympus"
            })
    void whatIsNotAllowedIsAnsweredWithASentence(String path) throws Exception {
        Answer answer = session.get(path.replace("{id}", deviceId()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("validation");
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }

    @Test
    @Tag("fault-23")
    void whatIsSomebodyElsesIsNotFound() throws Exception {
        String job = ended(5000);
        Session other = Session.of(World.MSP, World.PINEWOOD);
        String id = PROFILE + ":" + job;

        for (String path :
                new String[] {
                    "/api/jobs/" + id,
                    "/api/jobs/" + id + "/log",
                    "/api/devices/" + deviceId() + "/jobs",
                    "/api/jobs/no-colon",
                    "/api/jobs/elsewhere:" + job,
                    "/api/jobs/" + URLEncoder.encode("' OR 1=1 -- :x", StandardCharsets.UTF_8)
                }) {
            Answer answer = other.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.json().path("code").asText()).isEqualTo("not-found");
        }
        assertThat(session.get("/api/jobs/" + id).status()).isEqualTo(200);
    }

    private String ended(int status) throws Exception {
        World.awaitANewSecond();
        String job =
                comet.acts()
                        .jobs()
                        .start(place.username(), place.device(), place.item(), place.vault());
        comet.acts().jobs().finish(job, status);
        World.eventually("its end is known", () -> report(job).path("ended_at").asLong() > 0);
        return job;
    }

    private JsonNode report(String job) throws Exception {
        Answer answer = session.get("/api/jobs/" + PROFILE + ":" + job);
        return answer.status() == 200 ? answer.json() : MissingNode.getInstance();
    }

    private Answer log(String job) throws Exception {
        return session.get("/api/jobs/" + PROFILE + ":" + job + "/log");
    }

    private String deviceId() throws Exception {
        return session.get("/api/devices?size=1").json().at("/items/0/id").asText();
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
