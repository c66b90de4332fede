package com.eazybackup.simulator.switches;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Age or misbehaviour that real servers are known for. The field's first value is none of it. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Trouble {

    /** What the field does, in a sentence. */
    String value();

    /** Values worth trying, as text; of a boolean they are false and true. */
    String[] positions() default {};
}
