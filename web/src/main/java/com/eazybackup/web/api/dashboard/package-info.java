/** The figures of the first page over HTTP. */
package com.eazybackup.web.api.dashboard;
