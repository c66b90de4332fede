/** Clients over HTTP, for administrators: find one, and see its portal. */
package com.eazybackup.web.api.clients;
