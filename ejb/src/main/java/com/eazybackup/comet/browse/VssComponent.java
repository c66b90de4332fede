package com.eazybackup.comet.browse;

/** {@code VSSComponent} of the protocol. */
public record VssComponent(String path, String name, String cType, boolean selectable) {}
