package com.eazybackup.comet.browse;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code MySQLConnection} of the protocol. */
public record MySqlConnection(
        String host,
        String port,
        String username,
        String password,
        @JsonProperty("UseTLS") boolean useTls,
        @JsonProperty("TLSSkipVerify") boolean tlsSkipVerify,
        @JsonProperty("TLSCustomServerCAPath") String tlsCustomServerCaPath,
        @JsonProperty("TLSCustomClientCrtPath") String tlsCustomClientCrtPath,
        @JsonProperty("TLSCustomClientKeyPath") String tlsCustomClientKeyPath) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "MySqlConnection[***]";
    }
}
