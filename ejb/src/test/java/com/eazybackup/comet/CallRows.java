package com.eazybackup.comet;

import java.util.Map;
import java.util.TreeMap;

/** Rows by the call that they make, such as {@code DeviceCalls.reindex}. */
final class CallRows {

    /** Makes the call and looks at what it brought about. */
    interface Row {
        void in(CallsWorld world) throws Exception;
    }

    private final Map<String, Row> rows = new TreeMap<>();

    CallRows add(Class<?> calls, String method, Row row) {
        if (rows.put(calls.getSimpleName() + "." + method, row) != null) {
            throw new IllegalStateException("two rows for " + calls + "." + method);
        }
        return this;
    }

    Map<String, Row> rows() {
        return rows;
    }
}
