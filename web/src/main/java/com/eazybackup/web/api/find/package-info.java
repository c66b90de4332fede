/** Anything of the client by its name, over HTTP. */
package com.eazybackup.web.api.find;
