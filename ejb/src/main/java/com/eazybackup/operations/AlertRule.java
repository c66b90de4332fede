package com.eazybackup.operations;

import java.sql.SQLException;
import java.util.List;

/**
 * Looks at one part of the system, and says what operators should know of it. Every bean of this
 * kind is asked, on each node, one after the other.
 */
public interface AlertRule {

    /**
     * @return whether it asks the database: then it is asked once a minute, else every few seconds
     */
    boolean costsQueries();

    /**
     * @return about each thing that it looks at, also where all is well
     * @throws SQLException when the database does not answer; nothing is concluded then
     */
    List<Finding> look() throws SQLException;
}
