package com.eazybackup.comet.device;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code ProxmoxRestoreTargetOptions} of the protocol. */
public record ProxmoxRestoreTargetOptions(
        String node, @JsonProperty("SSH") SshConnection ssh, String storage) {}
