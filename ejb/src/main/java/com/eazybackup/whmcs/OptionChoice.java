package com.eazybackup.whmcs;

/** One of the things that an option offers. */
public record OptionChoice(int id, int configId, String name) {}
