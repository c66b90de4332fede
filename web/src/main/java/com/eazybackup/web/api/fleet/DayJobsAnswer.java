package com.eazybackup.web.api.fleet;

import com.eazybackup.fleet.FleetJob;
import java.util.List;

/**
 * @param day such as {@code 2026-11-27}
 * @param items the latest ended first
 */
record DayJobsAnswer(String day, List<FleetJob> items) {}
