package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.provider.Shelf;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Policies, and what a change of one does to the accounts that are under it. */
final class PolicyCalls {

    private final Fleet fleet;
    private final Shelf policies;
    private final Documents documents;

    PolicyCalls(Fleet fleet, Switches switches, Shelf policies) {
        this.fleet = fleet;
        this.policies = policies;
        this.documents = new Documents(policies, switches);
    }

    void register(Calls calls) {
        calls.add("policies/list", form -> documents.names(form, "Description"));
        calls.add("policies/list-full", documents::all);
        calls.add("policies/get", this::get);
        calls.add("policies/new", this::create);
        calls.add("policies/set", this::set);
        calls.add("policies/delete", this::delete);
    }

    private ObjectNode get(Form form) {
        String id = form.text("PolicyID");
        ObjectNode answer = Calls.ok();
        answer.set("Policy", documents.get(id));
        return answer.put("PolicyHash", policies.hash(id).orElseThrow());
    }

    private ObjectNode create(Form form) {
        String id = policies.add(dated(FormJson.object(form, "Policy"), fleet.now()));
        onlyDefault(id);
        announce(EventKind.POLICY_NEW, id);
        return Calls.ok().put("PolicyHash", policies.hash(id).orElseThrow());
    }

    private ObjectNode set(Form form) {
        String id = form.text("PolicyID");
        documents.checkHash(id, form.optional("CheckPolicyHash"));
        ObjectNode policy = FormJson.object(form, "Policy");
        long created =
                policies.get(id)
                        .map(before -> before.path("CreatedDate").asLong())
                        .orElse(fleet.now());
        boolean isNew = policies.put(id, dated(policy, created));
        onlyDefault(id);
        announce(isNew ? EventKind.POLICY_NEW : EventKind.POLICY_UPDATED, id);
        List<String> unwanted = new ArrayList<>();
        if (form.optional("Options").isPresent()) {
            FormJson.object(form, "Options")
                    .path("DeleteSources")
                    .forEach(source -> unwanted.add(source.asText()));
        }
        eachAccountUnder(
                id,
                profile -> {
                    profile.set("Policy", policy.path("Policy").deepCopy());
                    removeMadeBy(unwanted, profile);
                    return profile;
                });
        return Calls.ok();
    }

    /** Accounts keep what the policy said, and may be edited freely from now on. */
    private ObjectNode delete(Form form) {
        String id = form.text("PolicyID");
        documents.remove(id);
        fleet.announce(EventKind.POLICY_REMOVED, id, Optional.empty());
        eachAccountUnder(id, profile -> profile.put("PolicyID", ""));
        return Calls.ok();
    }

    private void eachAccountUnder(String policy, UnaryOperator<ObjectNode> change) {
        List<String> under = new ArrayList<>();
        fleet.eachProfile(
                (username, profile) -> {
                    if (profile.path("PolicyID").asText().equals(policy)) {
                        under.add(username);
                    }
                });
        under.forEach(name -> fleet.acts().accounts().edit(name, Fleet.ADMIN, change));
    }

    private static void removeMadeBy(List<String> sources, ObjectNode profile) {
        List<String> items = new ArrayList<>();
        for (Map.Entry<String, JsonNode> item : profile.path("Sources").properties()) {
            if (sources.contains(item.getValue().path("PolicySourceID").asText())) {
                items.add(item.getKey());
            }
        }
        Json.object(profile, "Sources").remove(items);
    }

    /** There is one default for new accounts. */
    private void onlyDefault(String id) {
        if (!documents.get(id).path("DefaultUserPolicy").asBoolean()) {
            return;
        }
        policies.all()
                .forEach(
                        (other, policy) -> {
                            if (!other.equals(id) && policy.path("DefaultUserPolicy").asBoolean()) {
                                policies.put(other, policy.put("DefaultUserPolicy", false));
                            }
                        });
    }

    private ObjectNode dated(ObjectNode policy, long created) {
        return policy.put("CreatedDate", created).put("ModifiedDate", fleet.now());
    }

    private void announce(EventKind kind, String id) {
        fleet.announce(kind, id, Optional.of(documents.get(id)));
    }
}
