package com.eazybackup.whmcs;

/**
 * A configurable option that products are sold with.
 *
 * @param type WHMCS's: 1 drop-down, 2 radio, 3 yes or no, 4 quantity
 * @param most 0 for no limit
 */
public record CatalogueOption(int id, String name, int type, int least, int most) {}
