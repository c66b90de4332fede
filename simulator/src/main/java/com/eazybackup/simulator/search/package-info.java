/** Searches as Comet's API takes them: clauses with rules in them, over any kind of record. */
package com.eazybackup.simulator.search;
