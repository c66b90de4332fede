package com.eazybackup.comet.vault;

import com.eazybackup.comet.UserProfile;
import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code RequestStorageVaultResponseMessage} of the protocol. */
public record NewVault(
        @JsonProperty("DestinationID") String destinationId,
        String profileHash,
        UserProfile profile) {}
