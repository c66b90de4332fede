/**
 * Devices and their jobs as our own tables have them, always within a {@link
 * com.eazybackup.fleet.ClientScope}, and the change feed that tells what became different.
 */
package com.eazybackup.fleet;
