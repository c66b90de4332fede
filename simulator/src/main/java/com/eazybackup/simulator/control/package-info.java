/**
 * A simulated Comet Server steered from outside: acts over HTTP for tests and programs, and a page
 * for people. Loopback only, no password, nothing of it is part of Comet's protocol.
 */
package com.eazybackup.simulator.control;
