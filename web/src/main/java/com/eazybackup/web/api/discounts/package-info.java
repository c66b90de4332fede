/** {@code /api/admin/services}: what services cost, and what was agreed on for them. */
package com.eazybackup.web.api.discounts;
