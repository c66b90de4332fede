package com.eazybackup.preferences;

import java.util.Arrays;
import java.util.Optional;

/** What a look can be kept of. Nothing else is stored. */
public enum LookName {
    USERS("users"),
    VAULTS("vaults"),
    DEVICES("devices");

    private final String wire;

    LookName(String wire) {
        this.wire = wire;
    }

    /**
     * @return the one of that name; empty when there is none
     */
    public static Optional<LookName> of(String wire) {
        return Arrays.stream(values()).filter(name -> name.wire.equals(wire)).findFirst();
    }

    /**
     * @return as addresses and the table spell it
     */
    public String wire() {
        return wire;
    }
}
