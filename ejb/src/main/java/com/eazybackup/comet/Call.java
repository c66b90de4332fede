package com.eazybackup.comet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One call. The method's type says how the answer is read: {@code void} for a mere confirmation, a
 * record or a class with a static {@code from(JsonNode)}, a {@code List} or a {@code Map} of such,
 * {@link CometList} for what is large, {@link RawAnswer} for bytes. It throws {@link
 * CometException}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Call {

    /** The path behind that of the interface. */
    String value();

    CallKind kind() default CallKind.PLAIN;

    /** Whether it changes nothing, so that it may be made a second time when nobody answered. */
    boolean safe() default false;
}
