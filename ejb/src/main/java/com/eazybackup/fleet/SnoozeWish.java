package com.eazybackup.fleet;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * What somebody did not want to hear of for a while, where it still hides something. Times are Unix
 * seconds.
 *
 * @param id takes it back
 * @param state what the worst of its devices is in
 * @param devices how many it hides now
 * @param named some of their names
 * @param by whoever wished it; empty when nobody knows
 * @param at 0 when nobody knows
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SnoozeWish(
        String id,
        DeviceState state,
        long devices,
        List<String> named,
        long until,
        String by,
        long at) {}
