/**
 * The portal's pages: what every page shares (language, theme, brand, headers, static files) and,
 * in packages below, each page's view beans. A view bean is thin: it asks a boundary of the system,
 * says the answer in words and knows no rule.
 */
package com.eazybackup.web;
