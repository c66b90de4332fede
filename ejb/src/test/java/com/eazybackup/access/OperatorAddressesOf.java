package com.eazybackup.access;

import javax.sql.DataSource;

/** Who steers operations, for tests of other packages. */
public final class OperatorAddressesOf {

    private OperatorAddressesOf() {}

    public static OperatorAddresses database(DataSource database) {
        return new OperatorAddresses(new AdminTable(database));
    }
}
