/** The jobs behind a number, one job in full, and its log, over HTTP. */
package com.eazybackup.web.api.job;
