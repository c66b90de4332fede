package com.eazybackup.comet.browse;

import com.eazybackup.comet.device.SshConnection;
import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code ProxmoxConnection} of the protocol. */
public record ProxmoxConnection(@JsonProperty("SSH") SshConnection ssh) {}
