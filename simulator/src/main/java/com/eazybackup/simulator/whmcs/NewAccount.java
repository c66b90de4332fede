package com.eazybackup.simulator.whmcs;

/**
 * A service that WHMCS has just set up: its module would make this account on the Comet Server.
 *
 * @param profile name of the server group; "" when the product has none
 */
public record NewAccount(String profile, String username, String password) {}
