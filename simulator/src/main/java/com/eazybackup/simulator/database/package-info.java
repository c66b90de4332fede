/**
 * A real MariaDB server process for the demo and for tests: same binary everywhere, nothing to
 * install.
 */
package com.eazybackup.simulator.database;
