package com.eazybackup.comet.user;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A change of some fields of a profile. All others stay as they are, known here or not. */
@FunctionalInterface
public interface ProfileChange {

    /**
     * @param profile a copy to be changed; may be called a second time with a newer one
     */
    void apply(ObjectNode profile);
}
