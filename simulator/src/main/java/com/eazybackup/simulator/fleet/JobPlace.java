package com.eazybackup.simulator.fleet;

/** Whose, on which device, what and where to. */
record JobPlace(String username, String device, String item, String vault) {}
