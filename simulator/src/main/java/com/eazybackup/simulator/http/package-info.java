/** What both simulated servers need of HTTP: listening, forms, JSON, and the ways to misbehave. */
package com.eazybackup.simulator.http;
