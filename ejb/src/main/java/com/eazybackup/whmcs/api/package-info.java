/**
 * WHMCS's external API: one boundary, {@link com.eazybackup.whmcs.api.WhmcsApi}, typed by subject.
 * Parameters and replies are those of WHMCS's developer documentation; where its documentation and
 * its users do not agree, every shape is read.
 */
package com.eazybackup.whmcs.api;
