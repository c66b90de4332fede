package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.acceptance.World.Place;
import com.eazybackup.demo.DemoWorld;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the portal looks after by the clock, over its API and by the command. */
class MonitorIT {

    private static final String ROOT = "/api/admin/operations";
    private static final String PROFILE = DemoCustomers.COMETBACKUP;

    private final Acts acts = World.get().comet(PROFILE).acts();
    private final Place place = World.place(PROFILE, World.SMALL_ACCOUNT);

    @Test
    void theLastHeartbeatAndRunOfEachServerAreTold() throws Exception {
        Session admin = Session.ofAdmin();
        // The very first one comes before the devices are known.
        World.eventually(
                "a heartbeat over devices is told",
                () -> {
                    int asked =
                            admin.post(ROOT + "/heartbeat", Map.of("profile", PROFILE)).status();
                    JsonNode beat = heartbeat(admin);
                    return asked == 202
                            && beat.path("outcome").asText().equals("complete")
                            && beat.path("devices").asInt() > 0;
                });

        JsonNode beat = heartbeat(admin);
        assertThat(beat.path("devices").asInt()).isPositive();
        assertThat(beat.path("online").asInt() + beat.path("offline").asInt())
                .isEqualTo(beat.path("devices").asInt());
        assertThat(beat.path("connections").asInt()).isPositive();
        assertThat(beat.path("connected_users").asInt()).isPositive();
        assertThat(beat.path("every_s").asInt()).isEqualTo(60);
        assertThat(beat.path("next").asLong()).isPositive();
        assertThat(beat.path("error").asText()).isEmpty();

        JsonNode run = run(admin, Map.of("profile", PROFILE, "dry_run", true));
        assertThat(run.path("outcome").asText()).isEqualTo("complete");
        assertThat(run.path("cause").asText()).isEqualTo("requested");
        assertThat(run.path("dry_run").asBoolean()).isTrue();
        assertThat(run.path("action_limit").asInt()).isEqualTo(25);
        World.eventually(
                "the run is told",
                () -> {
                    JsonNode last = of(admin.get(ROOT).json().path("monitor"));
                    return last.path("outcome").asText().equals("complete")
                            && last.path("mode").asText().equals("enforce")
                            && last.path("last_success").asLong() > 0;
                });
    }

    @Test
    @Tag("fault-06")
    void aDeadBackupIsListedJudgedAndEndedAndAllOfItIsInTheTrail() throws Exception {
        Session admin = Session.ofAdmin();
        String job = dead();
        JsonNode listed = listed(admin, job);
        assertThat(listed.path("profile").asText()).isEqualTo(PROFILE);
        assertThat(listed.path("username").asText()).isEqualTo(World.SMALL_ACCOUNT);
        assertThat(listed.path("client_id").asInt()).isEqualTo(World.QUILL);
        assertThat(listed.path("next").asText()).isEqualTo("look");
        assertThat(listed.path("stage").asText()).isEqualTo("none");
        assertThat(listed.path("max_attempts").asInt()).isEqualTo(3);

        String path = ROOT + "/monitor/jobs/" + PROFILE + "/" + job;
        JsonNode would = admin.post(path + "/dry-run").json();
        assertThat(would.path("would").asText()).isEqualTo("strike");
        assertThat(would.path("evidence").asText()).startsWith("Last sign of life 7");
        assertThat(listed(admin, job).path("observations").asInt()).isZero();

        assertThat(admin.post(path + "/run").json().path("did").asText()).isEqualTo("strike");
        assertThat(listed(admin, job).path("observations").asInt()).isEqualTo(1);
        JsonNode did = admin.post(path + "/run").json();
        assertThat(did.path("did").asText()).isEqualTo("cancel+finish");
        assertThat(did.path("rule").asText()).isEqualTo("ended");
        assertThat(PortalTables.rows("SELECT status FROM comet_jobs WHERE id = ?", job))
                .containsExactly("7005");
        assertThat(admin.post(path + "/run").status()).isEqualTo(404);
        assertThat(
                        PortalTables.rows(
                                "SELECT result FROM eb_audit WHERE action = 'monitor.job-run'"
                                        + " AND target = ? ORDER BY id",
                                PROFILE + "/" + job))
                .containsExactly("asked", "strike", "asked", "cancel+finish", "not-found");
    }

    @Test
    void aRunIsKeptWithItsLinesAndBadNumbersAreRefusedWithASentence() throws Exception {
        Session admin = Session.ofAdmin();
        String job = dead();
        JsonNode run = run(admin, Map.of("profile", PROFILE, "stale_secs", 600));
        assertThat(run.path("struck").asInt()).isPositive();
        assertThat(line(run, job).path("action").asText()).isEqualTo("strike");
        assertThat(line(run, job).path("would").asText()).isEmpty();
        acts.jobs().finish(job, 5000);

        JsonNode page = admin.get(ROOT + "/monitor/runs?size=1&profile=" + PROFILE).json();
        assertThat(page.at("/items/0/id")).isEqualTo(run.path("id"));
        assertThat(admin.get(ROOT + "/monitor/runs?profile=no-such").json().path("total").asInt())
                .isZero();
        for (Map<String, Object> bad :
                List.<Map<String, Object>>of(
                        Map.of("stale_secs", 5),
                        Map.of("recheck_secs", 0),
                        Map.of("max_attempts", 101),
                        Map.of("limit", 0),
                        Map.of("limit", "many"))) {
            Answer answer = admin.post(ROOT + "/monitor", bad);
            assertThat(answer.status()).as(bad.toString()).isEqualTo(400);
            assertThat(answer.json().path("code").asText()).isEqualTo("validation");
            assertThat(answer.json().path("detail").asText()).isNotBlank();
        }
        assertThat(admin.post(ROOT + "/monitor", Map.of("profile", "no-such")).status())
                .isEqualTo(404);
        assertThat(admin.post(ROOT + "/heartbeat", Map.of("profile", "no-such")).status())
                .isEqualTo(404);
        assertThat(admin.get(ROOT + "/monitor/runs/999999999").status()).isEqualTo(404);
    }

    @Test
    void theCommandPrintsALineForEachJobAndNeverASecret() throws Exception {
        String job = dead();

        Said dry =
                monitor("--dry-run", "--verbose=1", "--profile=" + PROFILE, "--stale-secs", "600");
        assertThat(dry.exit()).as(dry.toString()).isZero();
        assertThat(dry.out())
                .contains("\"job_id\":\"" + job + "\"")
                .contains("\"would\":\"strike\"");
        assertThat(dry.out().lines()).allMatch(one -> one.startsWith("{") && one.endsWith("}"));
        assertThat(dry.err()).contains("complete");
        assertThat(dry.err() + dry.out()).doesNotContain(DemoWorld.ADMIN_PASSWORD);
        assertThat(listed(Session.ofAdmin(), job).path("observations").asInt()).isZero();
        acts.jobs().finish(job, 5000);

        assertThat(monitor("--profile=nosuch").exit()).isEqualTo(2);
        assertThat(monitor("--limit=0").exit()).isEqualTo(2);
        assertThat(monitor("--help").exit()).isEqualTo(2);
    }

    @Test
    void whoMayOnlyLookMayNotAct() throws Exception {
        Session customer = Session.of(World.SMALL);
        assertThat(customer.get(ROOT + "/monitor/jobs").status()).isEqualTo(403);
        assertThat(customer.post(ROOT + "/monitor", Map.of()).status()).isEqualTo(403);
    }

    private String dead() throws Exception {
        return DeadBackup.start(World.get().comet(PROFILE), place);
    }

    private static JsonNode heartbeat(Session admin) throws Exception {
        return of(admin.get(ROOT).json().path("heartbeat"));
    }

    private static JsonNode of(JsonNode all) {
        for (JsonNode one : all) {
            if (one.path("profile").asText().equals(PROFILE)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode run(Session admin, Map<String, Object> order) throws Exception {
        Answer begun = admin.post(ROOT + "/monitor", order);
        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        String path = ROOT + "/monitor/runs/" + begun.json().path("run").asLong();
        World.eventually(
                "it has ended",
                () -> admin.get(path).json().path("state").asText().equals("ended"));
        return admin.get(path).json();
    }

    private static JsonNode line(JsonNode run, String job) {
        for (JsonNode line : run.path("lines")) {
            if (line.path("job_id").asText().equals(job)) {
                return line;
            }
        }
        throw new AssertionError("no line of " + job + " in " + run);
    }

    private static JsonNode listed(Session admin, String job) throws Exception {
        for (JsonNode one : admin.get(ROOT + "/monitor/jobs?size=200").json().path("items")) {
            if (one.path("job_id").asText().equals(job)) {
                return one;
            }
        }
        throw new AssertionError(job + " is not listed");
    }

    private record Said(int exit, String out, String err) {}

    /** The command of the project, as a person would type it. */
    private static Said monitor(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "bin/monitor"));
        command.addAll(List.of(options));
        Path here = Path.of("").toAbsolutePath();
        File root = (here.endsWith("acceptance") ? here.getParent() : here).toFile();
        ProcessBuilder builder = new ProcessBuilder(command).directory(root);
        builder.environment().put("EB_PORTAL", World.get().portal().toString());
        builder.environment().put("EB_ADMIN_EMAIL", DemoWorld.ADMIN_EMAIL);
        builder.environment().put("EB_ADMIN_PASSWORD", DemoWorld.ADMIN_PASSWORD);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, err);
    }
}
