package com.eazybackup.comet.browse;

/** {@code VMwareMachineInfo} of the protocol. */
public record VMwareMachine(String name) {}
