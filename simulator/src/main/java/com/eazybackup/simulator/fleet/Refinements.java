package com.eazybackup.simulator.fleet;

import com.eazybackup.simulator.fleet.AccountSketch.Device;
import com.eazybackup.simulator.fleet.AccountSketch.Item;
import com.eazybackup.simulator.fleet.AccountSketch.Vault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What people set up beyond the plainest: rules of retention, reports, tries after a failure. Which
 * accounts have what follows from their number, so nothing is drawn for it.
 */
final class Refinements {

    private static final int ONE_IN = 3;
    private static final int DELETE_EXCEPT = 802;

    private Refinements() {}

    static void add(AccountSketch account, ObjectNode profile) {
        account.devices().forEach(device -> brief(profile, device));
        account.vaults().forEach(vault -> contents(account, profile, vault));
        if (account.number() % ONE_IN == 1) {
            account.vaults().forEach(vault -> retention(profile, vault));
            account.devices().forEach(device -> device.items().forEach(item -> own(profile, item)));
        }
        if (account.number() % ONE_IN == 2) {
            reports(profile);
            policy(Json.object(profile, "Policy"));
            account.devices()
                    .forEach(device -> device.items().forEach(item -> tryAgain(profile, item)));
        }
    }

    /** Devices know each other's items in brief, for retention. */
    private static void brief(ObjectNode profile, Device device) {
        ObjectNode sources =
                Json.object(Json.object(profile, "Devices"), device.id()).putObject("Sources");
        for (Item item : device.items()) {
            sources.putObject(item.id())
                    .put("Engine", item.kind().engine())
                    .put("Description", item.kind().title())
                    .put("O365AccountCount", item.kind() == ItemKind.MICROSOFT_365 ? 42 : 0)
                    .put("TotalVmCount", item.kind() == ItemKind.HYPER_V ? 6 : 0)
                    .put("Size", item.kind().typicalBytes());
        }
    }

    /** Whose the bytes in a vault are; the last one is what the next retention pass frees. */
    private static void contents(AccountSketch account, ObjectNode profile, Vault vault) {
        ObjectNode content =
                Json.object(
                        Json.object(
                                Json.object(Json.object(profile, "Destinations"), vault.id()),
                                "Statistics"),
                        "ClientProvidedContent");
        content.put("MeasureStarted", account.created()).put("MeasureCompleted", account.created());
        ArrayNode components = content.putArray("Components");
        for (Device device : account.devices()) {
            for (Item item : device.items()) {
                if (item.vault().id().equals(vault.id())) {
                    component(components, vault.bytes() / 8, item.id() + "/CURRENT");
                    component(components, vault.bytes() / 16, item.id() + "/HISTORIC");
                }
            }
        }
        component(components, vault.bytes() / 64, "");
    }

    private static void component(ArrayNode components, long bytes, String user) {
        components.addObject().put("Bytes", bytes).putArray("UsedBy").add(user);
    }

    private static void retention(ObjectNode profile, Vault vault) {
        ArrayNode ranges =
                rules(
                        Json.object(Json.object(profile, "Destinations"), vault.id())
                                .putObject("DefaultRetention"));
        range(ranges, 903).put("Days", 14);
        range(ranges, 909).put("Jobs", 12);
    }

    private static void own(ObjectNode profile, Item item) {
        if (item.kind() == ItemKind.MSSQL || item.kind() == ItemKind.FILES) {
            ObjectNode overrides =
                    Json.object(Json.object(profile, "Sources"), item.id())
                            .putObject("OverrideDestinationRetention");
            range(rules(overrides.putObject(item.vault().id())), 900).put("Jobs", 30);
        }
    }

    private static ArrayNode rules(ObjectNode policy) {
        return policy.put("Mode", DELETE_EXCEPT).putArray("Ranges");
    }

    private static ObjectNode range(ArrayNode ranges, int type) {
        ObjectNode range = ranges.addObject().put("Type", type);
        for (String field :
                new String[] {
                    "Timestamp",
                    "Jobs",
                    "Days",
                    "Weeks",
                    "Months",
                    "Years",
                    "WeekOffset",
                    "MonthOffset",
                    "YearOffset"
                }) {
            range.put(field, 0);
        }
        return range;
    }

    private static void tryAgain(ObjectNode profile, Item item) {
        ObjectNode rule = Json.object(Json.object(profile, "BackupRules"), item.rule());
        Json.object(rule, "EventTriggers")
                .put("OnPCBoot", false)
                .put("OnLastJobFailDoRetry", true)
                .put("LastJobFailDoRetryCount", 2)
                .put("LastJobFailDoRetryTime", 30);
        ((ObjectNode) rule.path("Schedules").path(0)).put("RandomDelaySecs", 900).put("Offset", 0);
    }

    private static void policy(ObjectNode policy) {
        policy.put("ModeScheduleLastJobFailDoRetry", 1)
                .put("ModeLastJobFailDoRetryCount", 1)
                .put("ModeLastJobFailDoRetryTime", 30)
                .put("ModeRequireUserResetPassword", 0)
                .put("RandomDelaySecs", 600);
        policy.putArray("FileAndFolderMandatoryExclusions")
                .addObject()
                .put("Exclude", "*.tmp")
                .put("Regex", false)
                .put("RestrictOS", 0);
    }

    /** Every morning what has failed. */
    private static void reports(ObjectNode profile) {
        ObjectNode report =
                Json.object(profile, "OverrideEmailSettings")
                        .putObject(profile.path("Emails").path(0).asText())
                        .putArray("Reports")
                        .addObject()
                        .put("ReportType", 1);
        JsonNode daily = Json.template("rule").path("Schedules").path(0);
        report.putArray("SummaryFrequency").add(((ObjectNode) daily).put("SecondsPast", 25_200));
        report.putObject("TimeSpan").put("FrequencyType", 8011).put("Seconds", 0);
        ArrayNode failed =
                clause(report.putObject("Filter"), "or", "", "").putArray("ClauseChildren");
        clause(failed.addObject(), "", "int_eq", "7001");
        clause(failed.addObject(), "", "int_eq", "7002");
    }

    private static ObjectNode clause(
            ObjectNode clause, String type, String operator, String value) {
        return clause.put("ClauseType", type)
                .put("RuleField", operator.isEmpty() ? "" : "BackupJobDetail.Status")
                .put("RuleOperator", operator)
                .put("RuleValue", value);
    }
}
