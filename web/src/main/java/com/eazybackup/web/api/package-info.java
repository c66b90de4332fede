/**
 * The JSON API under {@code /api}: how a request is let in (body limit, CSRF), what JSON looks like
 * and how every error becomes a problem. Resources of a feature are in packages below.
 */
package com.eazybackup.web.api;
