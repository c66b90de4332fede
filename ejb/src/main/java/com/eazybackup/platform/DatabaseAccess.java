package com.eazybackup.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/**
 * Hands out the container's pool, so that classes take a plain {@link DataSource} and tests give
 * them one.
 */
@ApplicationScoped
class DatabaseAccess {

    @Resource(lookup = "java:jboss/datasources/PortalDS")
    private DataSource pool;

    @Produces
    DataSource database() {
        return pool;
    }
}
