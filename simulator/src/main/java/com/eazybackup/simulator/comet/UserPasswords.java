package com.eazybackup.simulator.comet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts' passwords. A real server has hashes; here somebody must be able to sign in. */
final class UserPasswords {

    /** Of every account that nobody gave another. */
    static final String INITIAL = "Brushwood-7731";

    private static final int SHORTEST = 8;

    private final Map<String, String> changed = new ConcurrentHashMap<>();

    boolean isRight(String username, String password) {
        return changed.getOrDefault(username, INITIAL).equals(password);
    }

    /**
     * @throws CallRefused for a password that Comet does not take
     */
    void set(String username, String password) {
        if (password.length() < SHORTEST) {
            throw new CallRefused(400, "The password must be at least 8 characters long");
        }
        if (password.contains("\r") || password.contains("\n")) {
            throw new CallRefused(400, "The password must not contain line breaks");
        }
        changed.put(username, password);
    }

    void forget(String username) {
        changed.remove(username);
    }
}
