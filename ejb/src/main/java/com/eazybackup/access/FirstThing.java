package com.eazybackup.access;

/** What an administrator has to do before anything else. */
public enum FirstThing {
    PASSWORD,
    SECOND_FACTOR
}
