package com.eazybackup.pulse;

import com.eazybackup.fleet.Cause;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Not to hear of some devices for a while.
 *
 * @param cause all that need somebody for it; empty for {@code devices}
 * @param devices keys; empty with a cause
 * @param minutes more than 0; what is longer than {@link Incidents#LONGEST} ends then
 * @param asOf what became so later is not hidden, for whoever wishes has not seen it; empty for now
 */
public record GroupWish(
        Optional<Cause> cause, Set<String> devices, long minutes, Optional<Instant> asOf) {}
