package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.browse.BrowseRefused;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** What all calls have in common that ask a device and wait for it. */
final class Browsing {

    /** What a server says when the device has understood and cannot. */
    private static final int DEVICE_FAILED = 500;

    private final Targets targets;

    Browsing(Targets targets) {
        this.targets = targets;
    }

    /** A call to any connected device. */
    Call asking(BiFunction<Target, Form, ObjectNode> device) {
        return form -> told(() -> device.apply(targets.of(form), form));
    }

    /** A call that shows names of files, so not every device answers. */
    Call viewing(BiFunction<Target, Form, ObjectNode> device) {
        return form -> told(() -> device.apply(targets.browsable(form), form));
    }

    /** A good answer with a list in it. */
    static ObjectNode list(String field, Collection<ObjectNode> members) {
        ObjectNode answer = Calls.ok();
        answer.putArray(field).addAll(members);
        return answer;
    }

    private static ObjectNode told(Supplier<ObjectNode> device) {
        try {
            return device.get();
        } catch (BrowseRefused e) {
            throw new CallRefused(DEVICE_FAILED, e.getMessage());
        }
    }
}
