package com.eazybackup.simulator.fleet;

/** What can happen to a fleet, by subject. */
public record Acts(JobActs jobs, DeviceActs devices, AccountActs accounts, DeviceOrders orders) {}
