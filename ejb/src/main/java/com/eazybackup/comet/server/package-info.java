/** What a Comet Server says of itself. */
package com.eazybackup.comet.server;
