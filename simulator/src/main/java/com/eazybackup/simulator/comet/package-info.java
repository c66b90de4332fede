/**
 * A Comet Server on the wire: the Admin API, the event stream, and the switches for everything that
 * no public source settles. A new call is one line in a family of calls, a new family one class.
 */
package com.eazybackup.simulator.comet;
