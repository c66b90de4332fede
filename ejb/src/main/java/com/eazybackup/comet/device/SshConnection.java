package com.eazybackup.comet.device;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code SSHConnection} of the protocol. */
public record SshConnection(
        @JsonProperty("SSHServer") String sshServer,
        @JsonProperty("SSHUsername") String sshUsername,
        @JsonProperty("SSHAuthMode") long sshAuthMode,
        @JsonProperty("SSHPassword") String sshPassword,
        @JsonProperty("SSHPrivateKey") String sshPrivateKey,
        @JsonProperty("SSHCustomAuth_UseKnownHostsFile") boolean sshCustomAuthUseKnownHostsFile,
        @JsonProperty("SSHCustomAuth_KnownHostsFile") String sshCustomAuthKnownHostsFile) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "SshConnection[***]";
    }
}
