package com.eazybackup.comet.browse;

import java.util.List;

/** {@code BrowseOffice365ListVirtualAccountsResponse} of the protocol. */
public record OfficeAccounts(List<OfficeAccount> objects) {}
