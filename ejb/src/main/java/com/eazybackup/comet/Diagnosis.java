package com.eazybackup.comet;

import com.eazybackup.comet.CometException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds out what an error means. Comet's numbers for a wrong password, a missing permission, a
 * device that is away, an unknown user and a stale hash overlap, differ between versions, and are
 * not documented; its texts are translated. So the server is asked: only after an error, and only
 * with calls that change nothing.
 */
final class Diagnosis {

    private static final String VERSION = CallsOf.ADMIN + "meta/version";
    private static final String ACTIVE = CallsOf.ADMIN + "dispatcher/list-active";
    private static final String USERS = CallsOf.ADMIN + "list-users";
    private static final String HASH = CallsOf.ADMIN + "get-user-profile-hash";
    private static final String OWN_HASH = CallsOf.USER + "get-user-profile-and-hash";

    private final CometTransport transport;
    private final SignIn signIn;
    private final CometPolicy policy;

    Diagnosis(CometTransport transport, SignIn signIn, CometPolicy policy) {
        this.transport = transport;
        this.signIn = signIn;
        this.policy = policy;
    }

    /**
     * @param sent the call's own fields
     * @return the error, or the same known better
     */
    CometException of(CallPlan plan, Map<String, String> sent, CometException trouble) {
        boolean notAccepted = trouble.kind() == Kind.WRONG_CREDENTIALS && trouble.isSaidByComet();
        boolean clear =
                trouble.kind() == Kind.CONFLICT
                        || trouble.kind() == Kind.TOTP_REQUIRED
                        || plan.isPublic();
        if (clear || (!notAccepted && !trouble.isSaidByComet())) {
            return trouble;
        }
        try {
            if (plan.isForUser()) {
                return ofUser(sent, trouble, notAccepted);
            }
            if (notAccepted && !plan.path().equals(VERSION)) {
                ask(VERSION, Map.of());
                return better(sent, trouble.as(Kind.FORBIDDEN));
            }
            if (notAccepted) {
                policy.refused();
                return trouble;
            }
            return better(sent, trouble);
        } catch (CometException e) {
            if (e.kind() == Kind.WRONG_CREDENTIALS && e.isSaidByComet()) {
                policy.refused();
            }
            return trouble;
        }
    }

    /** The session was made for these calls; what can be refused is the web, by a policy. */
    private CometException ofUser(
            Map<String, String> sent, CometException trouble, boolean notAccepted)
            throws CometException {
        if (notAccepted) {
            return trouble.as(Kind.FORBIDDEN);
        }
        String hash = sent.get("ProfileHash");
        return hash != null && !hash.equals(hashIn(ask(OWN_HASH, Map.of())))
                ? trouble.as(Kind.CONFLICT)
                : trouble;
    }

    private CometException better(Map<String, String> sent, CometException trouble)
            throws CometException {
        String target = sent.get("TargetID");
        if (target != null && !ask(ACTIVE, Map.of()).has(target)) {
            return trouble.as(Kind.NOT_ONLINE);
        }
        String user = sent.get("TargetUser");
        if (user != null && !listed(ask(USERS, Map.of()), user)) {
            return trouble.as(Kind.UNKNOWN_USER);
        }
        String hash = sent.get("RequireHash");
        if (user != null && hash != null) {
            JsonNode now = ask(HASH, Map.of("TargetUser", user));
            return hash.equals(hashIn(now)) ? trouble : trouble.as(Kind.CONFLICT);
        }
        return trouble;
    }

    private static String hashIn(JsonNode answer) {
        return Wire.text(answer, "ProfileHash");
    }

    private static boolean listed(JsonNode users, String user) {
        for (JsonNode each : users) {
            if (each.asText().equals(user)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode ask(String path, Map<String, String> fields) throws CometException {
        Map<String, String> form = new HashMap<>(signIn.fields());
        form.putAll(fields);
        try (CometAnswer answer = transport.post(path, form, CallKind.CHECK, true)) {
            return answer.tree();
        }
    }
}
