package com.eazybackup.ingest;

import com.eazybackup.comet.JobStatus;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Brings a job event's data to Comet's own field names. Servers of this age send those; the other
 * names are what older ones and systems in between have sent.
 *
 * <p>A job's identity is taken from fields that hold one, never from its snapshot; a user from
 * {@code Username} alone, because the account's name is free text.
 */
final class JobFields {

    private static final Map<String, List<String>> OTHER_NAMES = otherNames();

    private JobFields() {}

    /**
     * @param byDefault the status of an event that says none
     * @return a copy; what was there stays
     */
    static ObjectNode official(ObjectNode data, JobStatus byDefault) {
        ObjectNode job = data.deepCopy();
        OTHER_NAMES.forEach((field, names) -> fill(job, field, names));
        job.put("Status", status(job.path("Status"), byDefault));
        return job;
    }

    private static void fill(ObjectNode job, String field, List<String> names) {
        if (given(job.path(field))) {
            return;
        }
        for (String name : names) {
            if (given(job.path(name))) {
                job.set(field, job.get(name));
                return;
            }
        }
    }

    private static boolean given(JsonNode value) {
        return value.isNumber() || !value.asText().isEmpty();
    }

    private static int status(JsonNode status, JobStatus byDefault) {
        if (status.isNumber() || status.asText().matches("\\d{1,6}")) {
            return status.asInt() == 0 ? byDefault.code() : status.asInt();
        }
        return status.asText().isEmpty() ? byDefault.code() : ofWord(status.asText()).code();
    }

    private static JobStatus ofWord(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.contains("warn")) {
            return JobStatus.WARNING;
        }
        if (word.contains("miss")) {
            return JobStatus.MISSED;
        }
        if (word.contains("quota")) {
            return JobStatus.QUOTA_EXCEEDED;
        }
        if (word.contains("cancel")) {
            return JobStatus.CANCELLED;
        }
        if (word.contains("abandon")) {
            return JobStatus.ABANDONED;
        }
        if (word.contains("already_running")) {
            return JobStatus.ALREADY_RUNNING;
        }
        return List.of("success", "ok", "completed").contains(word)
                ? JobStatus.SUCCESS
                : JobStatus.ERROR;
    }

    private static Map<String, List<String>> otherNames() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put("GUID", List.of("JobGUID", "JobGuid", "JobID", "ID"));
        names.put("DeviceID", List.of("Device"));
        names.put("Classification", List.of("JobType", "Type", "Class"));
        names.put("StartTime", List.of("StartedAt", "Start", "Begin"));
        names.put("EndTime", List.of("EndedAt", "End", "Finish"));
        names.put("UploadSize", List.of("Bytes", "Transferred", "DeltaBytes"));
        names.put("TotalSize", List.of("SourceBytes", "ScannedBytes"));
        names.put("Status", List.of("Result"));
        return names;
    }
}
