package com.eazybackup.whmcs;

/**
 * What a service has of a configurable option.
 *
 * @param configId the option
 * @param subId the chosen sub-option, or the one that prices a unit
 */
public record ChosenOption(int configId, int subId, int quantity) {}
