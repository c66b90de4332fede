/** The client's users and vaults over HTTP. */
package com.eazybackup.web.api.accounts;
