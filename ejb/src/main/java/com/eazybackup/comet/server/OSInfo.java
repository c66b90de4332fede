package com.eazybackup.comet.server;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code OSInfo} of the protocol. */
public record OSInfo(
        @JsonProperty("version") String version,
        @JsonProperty("distribution") String distribution,
        @JsonProperty("build") String build,
        @JsonProperty("os") String os,
        @JsonProperty("arch") String arch) {}
