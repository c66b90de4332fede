/**
 * Comet Server as it is: its Admin API, the records that it sends, its code tables. Knows nothing
 * of this product: no table, no client, no profile beyond its name.
 */
package com.eazybackup.comet;
