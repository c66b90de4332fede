/**
 * Users of a Comet Server and their profiles: reading, guarded writing, passwords, one-time codes.
 */
package com.eazybackup.comet.user;
