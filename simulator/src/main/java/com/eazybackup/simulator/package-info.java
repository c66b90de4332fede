/**
 * Stand-ins for the systems outside: a Comet Server, WHMCS and a database, with the customers whose
 * fleet they hold. Written from the protocols alone, without any class of the product, so that a
 * mistake in the product cannot hide behind the same mistake here.
 */
package com.eazybackup.simulator;
