/** The page that an invitation's link opens. The rules are in {@code com.eazybackup.access}. */
package com.eazybackup.web.invite;
