package com.eazybackup.fleet;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a device needs somebody, as far as it is known: those with the same cause are one incident.
 *
 * @param code Comet's number of how the latest backup ended; 0 when none has ended so
 * @param vault id of the vault that it went to; empty where the vault cannot be the cause
 */
public record Cause(DeviceState state, int code, String vault) {

    /** Of these a vault that is full, slow or away can be the cause. */
    static final Set<DeviceState> OF_VAULTS =
            EnumSet.of(DeviceState.ERROR, DeviceState.TIMEOUT, DeviceState.WARNING);

    private static final Pattern KEY = Pattern.compile("([a-z]{1,20})\\.(\\d{1,5})\\.(.{0,36})");

    /**
     * @return what programs know it by
     */
    public String key() {
        return state.wire() + "." + code + "." + vault;
    }

    /**
     * @return the cause with that key; empty when it is none of an incident
     */
    public static Optional<Cause> of(String key) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return DeviceState.of(parts.group(1))
                .filter(DeviceState::needs)
                .map(state -> new Cause(state, Integer.parseInt(parts.group(2)), parts.group(3)));
    }
}
