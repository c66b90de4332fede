package com.eazybackup.simulator.switches;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A question about real servers that no public source settles. The field's first value is the
 * likelier answer; the product has to live with each of the positions.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unsettled {

    /** What the field decides, in a sentence. */
    String value();

    /**
     * The answers that are tried, as text; of a boolean they are false and true, of an enum all its
     * values.
     */
    String[] positions() default {};
}
