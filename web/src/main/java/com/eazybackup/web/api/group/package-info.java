/** A client's groups of devices, over HTTP. */
package com.eazybackup.web.api.group;
