package com.eazybackup.discount;

import java.math.BigDecimal;

/**
 * A price that was agreed on.
 *
 * @param listWhenSaved what WHMCS asked for it then
 */
record SavedDiscount(int service, int configId, BigDecimal price, BigDecimal listWhenSaved) {}
