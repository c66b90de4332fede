package com.eazybackup.comet.browse;

import com.eazybackup.comet.device.SshConnection;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** {@code MongoDBConnection} of the protocol. */
public record MongoConnection(
        String server,
        long port,
        String username,
        String password,
        @JsonProperty("AuthenticationDB") String authenticationDb,
        String mongoShellPath,
        String mongodumpPath,
        String readPreference,
        boolean useReplica,
        String replicaName,
        List<String> replicaMembers,
        @JsonProperty("UseSSL") boolean useSsl,
        @JsonProperty("ClientSSLPEMPath") String clientSslpemPath,
        @JsonProperty("ServerSSLPEMPath") String serverSslpemPath,
        @JsonProperty("SSLClientKeyPassword") String sslClientKeyPassword,
        boolean allowInvalidCertificate,
        boolean allowInvalidHostname,
        @JsonProperty("UseSSH") boolean useSsh,
        @JsonProperty("SSHConnection") SshConnection sshConnection) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "MongoConnection[***]";
    }
}
