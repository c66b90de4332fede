package com.eazybackup.usage;

import java.time.Instant;
import java.util.Optional;

/**
 * What an account uses, counted as it is billed.
 *
 * @param devices without revoked ones; servers are among them
 * @param storedBytes in vaults of the provider's kinds (S3-compatible and Comet)
 * @param storedAt since when all of it is known: the oldest of the vaults' last measurements; empty
 *     when there is none, or one was never measured
 * @param imagedDevices devices with a disk image
 */
public record AccountFigures(
        int devices,
        long storedBytes,
        Optional<Instant> storedAt,
        int imagedDevices,
        int officeAccounts,
        int hyperVMachines,
        int vmwareMachines,
        int proxmoxMachines) {

    static final AccountFigures NOTHING = new AccountFigures(0, 0, Optional.empty(), 0, 0, 0, 0, 0);
}
