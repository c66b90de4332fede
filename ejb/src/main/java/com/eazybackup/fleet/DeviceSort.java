package com.eazybackup.fleet;

import java.util.Arrays;
import java.util.Optional;

/** The orders that the device list can have. Nothing else reaches the statement's ORDER BY. */
public enum DeviceSort {
    NAME("name", "d.name, d.id"),
    NAME_DOWN("-name", "d.name DESC, d.id DESC"),
    USERNAME("username", "d.username, d.name, d.id"),
    USERNAME_DOWN("-username", "d.username DESC, d.name DESC, d.id DESC");

    private final String field;
    private final String order;

    DeviceSort(String field, String order) {
        this.field = field;
        this.order = order;
    }

    /**
     * @return the order with that name, such as {@code -name}; empty when there is none
     */
    public static Optional<DeviceSort> of(String field) {
        return Arrays.stream(values()).filter(sort -> sort.field.equals(field)).findFirst();
    }

    /**
     * @return its name in an address, a leading minus for downwards
     */
    public String field() {
        return field;
    }

    String orderBy() {
        return order;
    }
}
