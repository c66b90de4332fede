package com.eazybackup.discount;

/**
 * Which services, and how.
 *
 * @param text part of a client's name, person or address or of an account's name, or a service's
 *     number; with it services without discounts are found, too
 * @param page from 1
 */
public record ServiceQuery(
        String text, ServiceFilter filter, ServiceOrder order, boolean down, int page, int size) {}
