package com.eazybackup.comet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The form field that a parameter is sent as. Text, and records of one text as they are; numbers in
 * decimal; a boolean as 1 or 0; an {@code Instant} as Unix seconds; an empty {@code Optional} not
 * at all; everything else as JSON.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Field {

    /** The protocol's name. */
    String value();
}
