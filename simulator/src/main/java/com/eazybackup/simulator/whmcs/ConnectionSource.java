package com.eazybackup.simulator.whmcs;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database that holds WHMCS's tables. */
@FunctionalInterface
public interface ConnectionSource {

    /**
     * @return a new connection; the caller closes it
     */
    Connection open() throws SQLException;
}
