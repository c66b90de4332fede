/** What the pages for administrators need beyond what every page has. */
package com.eazybackup.web.admin;
