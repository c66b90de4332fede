/**
 * What Comet Server's public SDKs say about the wire, as tables: which call takes which fields,
 * which answer is made of which. {@code calls.tsv} and {@code types.tsv} hold the facts, {@link
 * com.eazybackup.simulator.protocol.ProtocolCheck} holds what is asked and answered against them.
 */
package com.eazybackup.simulator.protocol;
