/** How somebody likes a list, over HTTP. */
package com.eazybackup.web.api.preferences;
