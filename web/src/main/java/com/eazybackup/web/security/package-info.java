/**
 * How the container learns who calls, and how the session travels. The rules are in the EJB module.
 */
package com.eazybackup.web.security;
