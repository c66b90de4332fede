/**
 * What one Comet Server holds: accounts as JSON trees, jobs, live connections; the acts that change
 * it and tell the stream; the factory that invents a believable fleet; the clockwork that lives a
 * night. Nothing here knows about HTTP.
 */
package com.eazybackup.simulator.fleet;
