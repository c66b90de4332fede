package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.search.SearchClause;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Shows a report as it would be sent, and sends nothing. */
final class EmailReportCalls {

    private static final String SENDER = "reports@server.example";
    private static final int LONGEST = 50;
    private static final Map<Integer, String> KINDS =
            Map.of(0, "Backup job", 1, "Summary", 2, "Grouped status", 3, "Recent activity");

    private final Fleet fleet;
    private final Accounts accounts;

    EmailReportCalls(Fleet fleet, Accounts accounts) {
        this.fleet = fleet;
        this.accounts = accounts;
    }

    void register(Calls calls) {
        calls.add("preview-user-email-report", this::preview);
    }

    private ObjectNode preview(Form form) {
        JsonNode profile = accounts.profile(form);
        JsonNode report = FormJson.object(form, "EmailReportConfig");
        SearchClause filter = SearchClause.parse(report.path("Filter").toString());
        String username = profile.path("Username").asText();
        List<ObjectNode> jobs =
                fleet.jobsOf(username).stream()
                        .filter(job -> filter.matches(JobSearch.fieldsOf(job)))
                        .limit(LONGEST)
                        .toList();
        String subject =
                KINDS.getOrDefault(report.path("ReportType").asInt(), "Backup")
                        + " report: "
                        + username;
        ObjectNode answer =
                Calls.ok()
                        .put("From", SENDER)
                        .put("EmailSubject", subject)
                        .put("EmailBodyHTML", html(subject, profile, jobs))
                        .put("EmailBodyPlaintext", plain(subject, profile, jobs));
        ArrayNode to = answer.putArray("To");
        form.optional("EmailAddress")
                .ifPresentOrElse(to::add, () -> profile.path("Emails").forEach(to::add));
        return answer;
    }

    private static String html(String subject, JsonNode profile, List<ObjectNode> jobs) {
        StringBuilder rows = new StringBuilder();
        for (ObjectNode job : jobs) {
            rows.append("<tr><td>").append(escaped(started(job)));
            rows.append("</td><td>").append(escaped(item(profile, job)));
            rows.append("</td><td>").append(job.path("Status").asInt()).append("</td></tr>");
        }
        return "<!DOCTYPE html><html><body><h1>%s</h1><table>%s</table></body></html>"
                .formatted(escaped(subject), rows);
    }

    private static String plain(String subject, JsonNode profile, List<ObjectNode> jobs) {
        StringBuilder text = new StringBuilder(subject).append("\n\n");
        for (ObjectNode job : jobs) {
            text.append(started(job)).append("  ").append(item(profile, job));
            text.append("  ").append(job.path("Status").asInt()).append('\n');
        }
        return text.toString();
    }

    private static String started(JsonNode job) {
        return Instant.ofEpochSecond(job.path("StartTime").asLong()).toString();
    }

    private static String item(JsonNode profile, JsonNode job) {
        return profile.path("Sources")
                .path(job.path("SourceGUID").asText())
                .path("Description")
                .asText("-");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
