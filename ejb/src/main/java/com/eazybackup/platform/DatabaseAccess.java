package com.eazybackup.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/**
 * Hands out the container's pools as one {@link DataSource}, so that classes take a plain one and
 * tests give them one.
 */
@ApplicationScoped
class DatabaseAccess {

    /** Gives up on an answer before a person does. */
    static final String PEOPLE = "java:jboss/datasources/PortalDS";

    /** For {@link LongWork}, and for the server's own tables of jobs and timers. */
    static final String WORK = "java:jboss/datasources/PortalWorkDS";

    @Resource(lookup = PEOPLE)
    private DataSource people;

    @Resource(lookup = WORK)
    private DataSource work;

    @Inject DatabasePulse pulse;

    @Produces
    DataSource database() {
        return new TwoPools(people, work, pulse);
    }
}
