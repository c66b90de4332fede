/** How people like to see their lists, kept for them on the server. */
package com.eazybackup.preferences;
