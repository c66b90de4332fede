/** The portal with a whole world around it, started and ended by one process. */
package com.eazybackup.demo;
