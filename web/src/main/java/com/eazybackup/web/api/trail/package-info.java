/** The audit trail over HTTP: a client's own, and all of it for administrators. */
package com.eazybackup.web.api.trail;
