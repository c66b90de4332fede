package com.eazybackup.simulator.comet;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Session keys, of administrators and of accounts; half an hour without use ends one. */
final class Sessions {

    /** Also told as ExpiredInSeconds in branding.props. */
    static final int IDLE_SECONDS = 1_800;

    private record Session(String username, boolean admin, long lastUse) {}

    private final LongSupplier now;
    private final Map<String, Session> byKey = new HashMap<>();

    /**
     * @param now the server's clock in Unix seconds
     */
    Sessions(LongSupplier now) {
        this.now = now;
    }

    synchronized String start(String username, boolean admin) {
        String key = UUID.randomUUID().toString();
        byKey.put(key, new Session(username, admin, now.getAsLong()));
        return key;
    }

    /**
     * @return whether the key is that user's and alive; it lives on then
     */
    synchronized boolean use(String key, String username, boolean admin) {
        Session session = byKey.get(key);
        if (session == null
                || session.admin() != admin
                || !session.username().equals(username)
                || session.lastUse() + IDLE_SECONDS < now.getAsLong()) {
            return false;
        }
        byKey.put(key, new Session(username, admin, now.getAsLong()));
        return true;
    }

    synchronized void end(String key) {
        byKey.remove(key);
    }

    synchronized void endAllOf(String username, boolean admin) {
        byKey.values()
                .removeIf(
                        session -> session.admin() == admin && session.username().equals(username));
    }

    /** As after a restart. */
    synchronized void forgetAll() {
        byKey.clear();
    }
}
