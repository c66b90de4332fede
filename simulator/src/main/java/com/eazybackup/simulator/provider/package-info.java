/**
 * What the provider keeps on a server besides its customers' accounts: policies, groups,
 * organisations, buckets, quotas, news, installers, devices that wait to be let in.
 */
package com.eazybackup.simulator.provider;
