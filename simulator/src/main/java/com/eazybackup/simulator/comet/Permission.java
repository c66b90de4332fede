package com.eazybackup.simulator.comet;

/** Calls that not every administrator may make. */
final class Permission {

    private final Switches switches;

    Permission(Switches switches) {
        this.switches = switches;
    }

    /** That call, refused to an administrator of a tenant. */
    Call topLevel(Call call) {
        return form -> {
            if (!switches.adminOrganization.isEmpty()) {
                throw new CallRefused(switches.permissionStatus, "Permission denied");
            }
            return call.answer(form);
        };
    }
}
