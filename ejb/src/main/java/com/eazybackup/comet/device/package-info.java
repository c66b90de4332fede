/** What is connected to a Comet Server, and what a connected device can be told to do. */
package com.eazybackup.comet.device;
