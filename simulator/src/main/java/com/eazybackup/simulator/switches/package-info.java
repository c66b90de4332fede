/**
 * The table of all switches: each is a public field with a sentence about it, so that a test, a
 * page and a program outside see the same list.
 */
package com.eazybackup.simulator.switches;
