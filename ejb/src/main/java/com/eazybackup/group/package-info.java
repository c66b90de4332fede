/**
 * The groups into which a client puts its devices: each device is in one of them, or in none.
 *
 * <p>A group is the client's, whatever services its devices belong to. Which devices somebody may
 * put into one says {@link com.eazybackup.fleet.ClientScope}.
 */
package com.eazybackup.group;
