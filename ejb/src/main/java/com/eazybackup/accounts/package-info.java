/**
 * The users and vaults of a client as our own tables have them, always within a {@link
 * com.eazybackup.fleet.ClientScope}: what they hold, and how near they are to a limit.
 */
package com.eazybackup.accounts;
