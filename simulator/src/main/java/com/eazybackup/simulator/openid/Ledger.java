package com.eazybackup.simulator.openid;

import com.eazybackup.simulator.DemoCustomers.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who is registered, who is signed in here, and what was granted. */
final class Ledger {

    /**
     * A browser that somebody has signed in with.
     *
     * @param id the session's public name, {@code sid}
     * @param clients who got a code in this session
     */
    record Visit(String id, Person person, Set<String> clients) {}

    private final Map<String, Registration> registrations = new ConcurrentHashMap<>();
    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Set<String> usedCodes = ConcurrentHashMap.newKeySet();
    private final Map<String, Grant> accessTokens = new ConcurrentHashMap<>();

    void register(Registration registration) {
        registrations.put(registration.id(), registration);
    }

    Optional<Registration> client(String id) {
        return Optional.ofNullable(registrations.get(id));
    }

    /**
     * @return the value of the cookie
     */
    String open(Person person) {
        String cookie = random();
        visits.put(cookie, new Visit(random(), person, ConcurrentHashMap.newKeySet()));
        return cookie;
    }

    Optional<Visit> visit(String cookie) {
        return Optional.ofNullable(cookie).map(visits::get);
    }

    Optional<Visit> close(String cookie) {
        return Optional.ofNullable(cookie).map(visits::remove);
    }

    /** Ends every session of that person. */
    List<Visit> closeAll(String email) {
        List<Visit> ended = new ArrayList<>();
        visits.values().removeIf(visit -> visit.person().email().equals(email) && ended.add(visit));
        return ended;
    }

    boolean hasVisitOf(String email) {
        return visits.values().stream().anyMatch(visit -> visit.person().email().equals(email));
    }

    String code(Grant grant) {
        String code = random();
        codes.put(code, grant);
        return code;
    }

    Optional<Grant> granted(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /**
     * @return whether this is the first time
     */
    boolean use(String code) {
        return usedCodes.add(code);
    }

    String accessToken(Grant grant) {
        String token = random();
        accessTokens.put(token, grant);
        return token;
    }

    Optional<Grant> ofAccessToken(String token) {
        return Optional.ofNullable(accessTokens.get(token));
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
