package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The one administrator: a password, and session keys once they were asked for. */
final class Credentials {

    static final String PASSWORD = "Tidewater-9026";

    private final Set<String> sessionKeys = ConcurrentHashMap.newKeySet();

    boolean accepts(String username, String authType, String password, String sessionKey) {
        if (!username.equals(Fleet.ADMIN)) {
            return false;
        }
        return switch (authType) {
            case "Password" -> password.equals(PASSWORD);
            case "SessionKey" -> sessionKeys.contains(sessionKey);
            default -> false;
        };
    }

    String newSession() {
        String key = UUID.randomUUID().toString();
        sessionKeys.add(key);
        return key;
    }

    void endSession(String key) {
        sessionKeys.remove(key);
    }

    /** As after half an hour without a request, or a restart. */
    void forgetSessions() {
        sessionKeys.clear();
    }
}
