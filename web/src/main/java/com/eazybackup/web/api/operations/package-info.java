/**
 * Operations over HTTP, for administrators: how ingestion stands, and what may be done about it.
 */
package com.eazybackup.web.api.operations;
