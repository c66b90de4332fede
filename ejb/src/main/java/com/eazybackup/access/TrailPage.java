package com.eazybackup.access;

import java.util.List;
import java.util.Optional;

/**
 * Some lines of the audit trail, the newest first.
 *
 * @param next where to read on; empty when there is nothing older
 * @param complete false when the look ended before the page was full: there may be more from {@code
 *     next} on, also when no line was found
 */
public record TrailPage(List<TrailLine> lines, Optional<TrailPlace> next, boolean complete) {}
