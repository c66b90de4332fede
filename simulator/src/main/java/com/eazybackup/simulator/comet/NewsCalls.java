package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.provider.Shelf;
import com.eazybackup.simulator.provider.Shelves;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** News for customers, where events are sent, and how the server has grown. */
final class NewsCalls {

    private static final long DAY = 86_400;
    private static final int DAYS = 30;

    private final Fleet fleet;
    private final Shelves shelves;
    private final Documents news;
    private final Documents webhooks;

    NewsCalls(Fleet fleet, Switches switches, Shelves shelves) {
        this.fleet = fleet;
        this.shelves = shelves;
        this.news = new Documents(shelves.news(), switches);
        this.webhooks = new Documents(shelves.webhooks(), switches);
    }

    void register(Calls calls) {
        calls.add("news/get-all", news::all);
        calls.add("meta/webhook-options/get", webhooks::all);
        calls.add("meta/webhook-options/set", this::setWebhooks);
        calls.add("meta/stats", this::statistics);
    }

    /** What is not sent is gone. */
    private ObjectNode setWebhooks(Form form) {
        ObjectNode wanted = FormJson.object(form, "WebhookOptions");
        Shelf shelf = shelves.webhooks();
        shelf.clear();
        for (Map.Entry<String, JsonNode> webhook : wanted.properties()) {
            shelf.put(webhook.getKey(), (ObjectNode) webhook.getValue());
        }
        return Calls.ok();
    }

    /** One figure a day; Simple leaves out days on which nothing had changed. */
    private ObjectNode statistics(Form form) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        int users = fleet.usernames().size();
        int devices = fleet.connectionCount();
        long today = fleet.now() / DAY * DAY;
        int step = form.flag("Simple") ? 7 : 1;
        for (int daysAgo = DAYS; daysAgo >= 0; daysAgo -= step) {
            int weeksAgo = daysAgo / 7;
            answer.putObject(Long.toString(today - daysAgo * DAY))
                    .put("Buckets", shelves.buckets().all().size())
                    .put("Users", Math.max(0, users - weeksAgo))
                    .put("Devices", Math.max(0, devices - 3 * weeksAgo))
                    .put("Boosters", 0)
                    .put("NetworkDevices", 0);
        }
        return answer;
    }
}
