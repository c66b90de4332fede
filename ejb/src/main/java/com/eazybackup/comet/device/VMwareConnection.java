package com.eazybackup.comet.device;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code VMwareConnection} of the protocol. */
public record VMwareConnection(
        String connectionType, @JsonProperty("SSH") SshConnection ssh, VSphereConnection vSphere) {}
