/**
 * What devices and snapshots hold: disks, folders, machines, databases, mailboxes. Nothing is
 * stored: every place is drawn from its own name, so the same question has the same answer on every
 * start, and a folder costs memory only while somebody looks into it. Nothing here knows of HTTP.
 */
package com.eazybackup.simulator.browse;
