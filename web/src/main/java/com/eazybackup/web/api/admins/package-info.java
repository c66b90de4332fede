/**
 * {@code /api/admin/admins}: the portal's own people. The rules are in {@code
 * com.eazybackup.access}.
 */
package com.eazybackup.web.api.admins;
