/**
 * What single options of a service cost a client, and what the service costs altogether: the sheet
 * that shows it, the prices that are saved, the amount that is written to WHMCS, and the history of
 * both. WHMCS's tables are read through {@code whmcs}; the amount is changed by its API alone.
 */
package com.eazybackup.discount;
