package com.eazybackup.simulator.protocol;

import java.util.List;

/**
 * One call.
 *
 * @param name as the SDKs call it, for example AdminListUsers
 * @param path from the root, for example {@code /api/v1/admin/list-users}
 * @param parameters form fields beside those that sign in
 */
record CallShape(String name, String path, List<Field> parameters, Shape answer) {

    private static final String PUBLIC = "/gen/";

    /** Whether the caller must say who they are. */
    boolean signsIn() {
        return !path.startsWith(PUBLIC);
    }
}
