/** Jobs of a Comet Server: lists, logs, cancelling. */
package com.eazybackup.comet.job;
