package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.browse.BrowseRefused;
import com.eazybackup.simulator.browse.Tenant;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Microsoft 365: who can be backed up, and how an application is registered for it.
 *
 * <p>A registration is completed by somebody in a browser; here they need {@link
 * #THINKING_SECONDS}. Whoever's address begins with "nobody" refuses. An AppID of "" or a secret
 * with "wrong" in it is let nowhere.
 */
final class OfficeCalls {

    static final long THINKING_SECONDS = 6;

    private record Registration(String address, long began) {}

    private final Fleet fleet;
    private final Browsing browsing;
    private final Map<String, Registration> registrations = new ConcurrentHashMap<>();

    OfficeCalls(Fleet fleet, Browsing browsing) {
        this.fleet = fleet;
        this.browsing = browsing;
    }

    void register(Calls calls) {
        calls.add("dispatcher/request-office365-accounts", objects(Tenant::accounts));
        calls.add("dispatcher/request-office365-sites", objects(Tenant::sites));
        calls.add("dispatcher/office365-list-virtual-accounts", objects(Tenant::virtualAccounts));
        calls.add("dispatcher/register-office-application/begin", browsing.asking(this::begin));
        calls.add("dispatcher/register-office-application/check", browsing.asking(this::check));
    }

    private Call objects(Function<Tenant, List<ObjectNode>> members) {
        return browsing.asking(
                (target, form) -> {
                    ObjectNode credentials = FormJson.object(form, "Credentials");
                    if (credentials.path("AppID").asText().isEmpty()
                            || credentials.path("Secret").asText().contains("wrong")) {
                        throw new BrowseRefused("AADSTS7000215: Invalid client secret is provided");
                    }
                    return Browsing.list("Objects", members.apply(Tenant.of(target.username())));
                });
    }

    private ObjectNode begin(Target target, Form form) {
        String continuation = UUID.randomUUID().toString();
        registrations.put(continuation, new Registration(form.text("EmailAddress"), fleet.now()));
        String code = continuation.substring(0, 9).toUpperCase(Locale.ROOT);
        return JsonNodeFactory.instance
                .objectNode()
                .put("Continuation", continuation)
                .put("VerificationURL", "https://login.example/device")
                .put("UserCode", code);
    }

    private ObjectNode check(Target target, Form form) {
        String continuation = form.text("Continuation");
        Registration registration = registrations.get(continuation);
        ObjectNode answer =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Continuation", continuation)
                        .put("Completed", false)
                        .put("Error", "");
        if (registration == null) {
            return answer.put("Error", "The registration is unknown or was completed before");
        }
        if (registration.address().startsWith("nobody")) {
            registrations.remove(continuation);
            return answer.put("Error", "authorization_declined");
        }
        if (fleet.now() < registration.began() + THINKING_SECONDS) {
            return answer;
        }
        registrations.remove(continuation);
        answer.put("Completed", true)
                .putObject("Result")
                .put("AppID", UUID.randomUUID().toString())
                .put("TenantID", UUID.randomUUID().toString())
                .put("Secret", Fleet.CANARY + "-office-app")
                .put("AppCert", "")
                .put("Region", "GlobalPublicCloud");
        return answer;
    }
}
