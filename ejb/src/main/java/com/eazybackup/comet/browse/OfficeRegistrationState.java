package com.eazybackup.comet.browse;

import com.eazybackup.comet.device.OfficeCredential;

/** {@code RegisterOfficeApplicationCheckResponse} of the protocol. */
public record OfficeRegistrationState(
        String continuation, boolean completed, String error, OfficeCredential result) {}
