/** The live view over HTTP: the event stream and the snapshot. */
package com.eazybackup.web.api.pulse;
