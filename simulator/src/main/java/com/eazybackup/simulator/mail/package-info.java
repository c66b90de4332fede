/** A mail server that takes everything and delivers nothing: what came can be read. */
package com.eazybackup.simulator.mail;
