package com.eazybackup.discount;

import java.math.BigDecimal;
import java.util.List;

/**
 * An amount that somebody has seen and wants.
 *
 * @param expected what they believe WHMCS to ask now
 * @param live what they have chosen beside it; empty for what is stored
 */
public record AmountOrder(BigDecimal amount, BigDecimal expected, List<LiveChoice> live) {}
