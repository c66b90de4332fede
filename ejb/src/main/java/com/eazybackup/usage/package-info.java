/**
 * Figures of a day, taken once and kept: what charts and invoices are made of. Each rollup replaces
 * its rows of the day it is given, so that running it again does no harm; what it counts is what
 * the tables say at that moment, whichever day it is given.
 */
package com.eazybackup.usage;
