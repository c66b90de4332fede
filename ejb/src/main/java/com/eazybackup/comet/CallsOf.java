package com.eazybackup.comet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An interface whose methods are calls of a Comet Server; {@link CometClient} makes them work. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CallsOf {

    String ADMIN = "/api/v1/admin/";
    String USER = "/api/v1/user/web/";
    String PUBLIC = "/gen/";

    /** What the paths of the calls begin with. */
    String value();
}
