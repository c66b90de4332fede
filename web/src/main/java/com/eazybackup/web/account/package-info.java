/** Pages about the reader's own account. The rules are in {@code com.eazybackup.access}. */
package com.eazybackup.web.account;
