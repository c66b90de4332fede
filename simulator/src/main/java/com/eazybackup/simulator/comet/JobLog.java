package com.eazybackup.simulator.comet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a job wrote down, made from what became of it: the same job has the same log each time. */
record JobLog(List<Entry> entries) {

    /** Also told as PruneLogsAfterDays in branding.props. */
    static final int KEPT_DAYS = 28;

    static final long KEPT_SECONDS = KEPT_DAYS * 86_400L;

    static final JobLog EMPTY = new JobLog(List.of());

    /** In their order: debug, information, warning, error. */
    private static final String SEVERITIES = "DIWE";

    /**
     * @param time Unix seconds
     * @param severity one letter
     */
    record Entry(long time, char severity, String message) {

        ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("Time", time)
                    .put("Severity", String.valueOf(severity))
                    .put("Message", message);
        }
    }

    static JobLog of(JsonNode job) {
        long start = job.path("StartTime").asLong();
        long end = job.path("EndTime").asLong();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(start, 'I', "Starting " + kind(job) + " job"));
        entries.add(new Entry(start, 'D', "Client version " + job.path("ClientVersion").asText()));
        if (!job.path("DestinationGUID").asText().isEmpty()) {
            entries.add(new Entry(start + 1, 'I', "Opening Storage Vault"));
            entries.add(new Entry(start + 2, 'D', "Loading index"));
        }
        if (job.path("Progress").isObject()) {
            entries.add(
                    new Entry(
                            job.path("Progress").path("SentTime").asLong(),
                            'D',
                            "%d of %d items"
                                    .formatted(
                                            job.path("Progress").path("ItemsDone").asLong(),
                                            job.path("Progress").path("ItemsTotal").asLong())));
        }
        if (end != 0) {
            ending(job.path("Status").asInt(), end, entries);
            entries.add(
                    new Entry(
                            end,
                            'I',
                            "Files: %d, uploaded bytes: %d"
                                    .formatted(
                                            job.path("TotalFiles").asLong(),
                                            job.path("UploadSize").asLong())));
        }
        return new JobLog(List.copyOf(entries));
    }

    private static void ending(int status, long end, List<Entry> entries) {
        switch (status) {
            case 5000 -> entries.add(new Entry(end, 'I', "Job finished"));
            case 7001 -> {
                entries.add(
                        new Entry(
                                end,
                                'W',
                                "Skipped C:\\Data\\Ledger\\büro.mdb: the file is in use"));
                entries.add(new Entry(end, 'I', "Job finished with warnings"));
            }
            case 7000 -> entries.add(new Entry(end, 'E', "The job ran out of time"));
            case 7003 -> entries.add(new Entry(end, 'E', "The quota is exceeded"));
            case 7004 -> entries.add(new Entry(end, 'W', "The job was not started in time"));
            case 7005 -> entries.add(new Entry(end, 'W', "The job was cancelled"));
            case 7006 -> entries.add(new Entry(end, 'I', "Another job was still running"));
            case 7007 -> entries.add(new Entry(end, 'E', "The job was abandoned"));
            default ->
                    entries.add(
                            new Entry(
                                    end,
                                    'E',
                                    "Couldn't access Storage Vault: connection reset by peer"));
        }
    }

    private static String kind(JsonNode job) {
        return switch (job.path("Classification").asInt()) {
            case 4001 -> "backup";
            case 4002 -> "restore";
            case 4003 -> "retention";
            default -> "maintenance";
        };
    }

    /**
     * @param severity a letter, "" for all
     */
    JobLog atLeast(String severity) {
        if (severity.isEmpty()) {
            return this;
        }
        int lowest = SEVERITIES.indexOf(severity);
        if (lowest < 0 || severity.length() != 1) {
            throw new CallRefused(400, "Invalid severity");
        }
        return new JobLog(
                entries.stream()
                        .filter(entry -> SEVERITIES.indexOf(entry.severity()) >= lowest)
                        .toList());
    }

    List<Entry> containing(String text) {
        return entries.stream().filter(entry -> entry.message().contains(text)).toList();
    }

    /** One line for each entry. */
    String text() {
        StringBuilder lines = new StringBuilder();
        for (Entry entry : entries) {
            lines.append(Instant.ofEpochSecond(entry.time()))
                    .append(" [")
                    .append(entry.severity())
                    .append("] ")
                    .append(entry.message())
                    .append('\n');
        }
        return lines.toString();
    }
}
