/** Devices over HTTP. */
package com.eazybackup.web.api.fleet;
