/** WHMCS as the product sees it: the tables that it reads and the API that it calls. */
package com.eazybackup.simulator.whmcs;
