package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobCallsTest {

    private static final String USER = "larkspur";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T21:17:00Z"));
    private SimulatedCometServer server;
    private ApiCaller caller;
    private String warned;

    @BeforeEach
    void start() throws Exception {
        FleetPlan plan =
                FleetPlan.of(
                        DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP).stream()
                                .filter(service -> service.username().equals(USER))
                                .toList(),
                        clock);
        server = SimulatedCometServer.start(0, plan.build(), new Switches());
        caller = new ApiCaller(server, USER);
        JsonNode profile = server.fleet().profile(USER).orElseThrow();
        JsonNode rule = profile.path("BackupRules").elements().next();
        String item = rule.path("Source").asText();
        warned =
                server.acts()
                        .jobs()
                        .start(
                                USER,
                                profile.path("Sources").path(item).path("OwnerDevice").asText(),
                                item,
                                rule.path("Destination").asText());
        server.acts().jobs().finish(warned, 7001);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSearchFindsWhatItsClausesSay() throws Exception {
        assertThat(caller.admin("get-jobs-all").size()).isEqualTo(count("{}"));
        String bad =
                """
                {"ClauseType":"or","ClauseChildren":[%s,%s]}
                """
                        .formatted(
                                rule("Status", "int_eq", "7001"), rule("Status", "int_eq", "7002"));
        JsonNode found = caller.admin("get-jobs-for-custom-search", "Query", bad);
        assertThat(found.valueStream().map(job -> job.path("GUID").asText())).contains(warned);
        assertThat(found.valueStream().map(job -> job.path("Status").asInt()))
                .isSubsetOf(7001, 7002);
        assertThat(count(bad)).isEqualTo(found.size());
        assertThat(count(rule("Username", "str_eq", "nobody"))).isZero();
        assertThat(
                        caller.admin(
                                        "get-jobs-for-custom-search",
                                        "Query",
                                        rule("Status", "roughly", "7001"))
                                .path("Status")
                                .asInt())
                .isEqualTo(400);
        assertThat(server.protocol().complaints()).isEmpty();
    }

    @Test
    void aLogIsReadAsEntriesOrAsText() throws Exception {
        List<String> all = messages("JobID", warned);
        assertThat(all).startsWith("Starting backup job").contains("Job finished with warnings");
        assertThat(messages("JobID", warned, "MinSeverity", "W")).hasSize(1);
        assertThat(messages("JobID", warned, "MinSeverity", "E")).isEmpty();
        assertThat(messages("JobID", warned, "MessageContains", "warnings")).hasSize(1);
        assertThat(messages("JobID", warned, "MessageContains", "WARNINGS")).isEmpty();
        String text = caller.send(Api.ADMIN + "get-job-log", Map.of("JobID", warned)).body();
        assertThat(text.lines()).hasSameSizeAs(all);
        assertThat(text).contains("[W] Skipped").contains("büro");
        assertThat(status("get-job-log", "JobID", "x")).isEqualTo(404);
        assertThat(status("get-job-log-entries", "JobID", warned, "MinSeverity", "X"))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"KEPT, 200, false", "EMPTY, 200, true", "REFUSED, 404, true"})
    void whatBecomesOfOldLogs(Switches.OldLogs then, int status, boolean empty) throws Exception {
        server.switches().oldLogs = then;
        assertThat(messages("JobID", warned)).isNotEmpty();
        clock.forward(Duration.ofDays(JobLog.KEPT_DAYS + 1));
        assertThat(messages("JobID", warned).isEmpty()).isEqualTo(empty);
        JsonNode answer = caller.admin("get-job-log-entries", "JobID", warned);
        assertThat(answer.path("Status").asInt(200)).isEqualTo(status);
    }

    private static String rule(String field, String operator, String value) {
        return """
               {"ClauseType":"","RuleField":"BackupJobDetail.%s","RuleOperator":"%s",
                "RuleValue":"%s"}
               """
                .formatted(field, operator, value);
    }

    private int count(String query) throws IOException, InterruptedException {
        return caller.admin("count-jobs-for-custom-search", "Query", query).path("Count").asInt();
    }

    private List<String> messages(String... fields) throws IOException, InterruptedException {
        return caller.admin("get-job-log-entries", fields)
                .valueStream()
                .filter(JsonNode::isObject)
                .map(entry -> entry.path("Message").asText())
                .toList();
    }

    private int status(String call, String... fields) throws IOException, InterruptedException {
        return caller.admin(call, fields).path("Status").asInt();
    }
}
