package com.eazybackup.comet;

import java.io.Serializable;

/** A job as Comet names it: {@code BackupJobDetail.GUID}. */
public record JobId(String value) implements Serializable {

    public JobId {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("JobId is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
