package com.eazybackup.fleet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** The orders that the device list can have; there is no other. */
public enum DeviceSort {
    NAME("name", Orders.NAMES),
    NAME_DOWN("-name", Orders.NAMES.reversed()),
    USERNAME("username", Orders.USERS),
    USERNAME_DOWN("-username", Orders.USERS.reversed()),
    /** The worst state first, of those who share it whoever has it longest. */
    WORST(
            "worst",
            Comparator.comparingInt(JudgedDevice::rank)
                    .thenComparingLong(JudgedDevice::issueSince)
                    .thenComparing(Orders.NAMES)),
    /** Whose promised backup has been due longest; those that were promised none are last. */
    OVERDUE("overdue", Comparator.comparingLong(JudgedDevice::due).thenComparing(Orders.NAMES)),
    /** Whose latest backup ended longest ago; those that never had one are first. */
    LAST_BACKUP(
            "last_backup",
            Comparator.comparingLong(JudgedDevice::lastEnd).thenComparing(Orders.NAMES)),
    LAST_BACKUP_DOWN(
            "-last_backup",
            Comparator.comparingLong(JudgedDevice::lastEnd).reversed().thenComparing(Orders.NAMES));

    private final String field;

    @SuppressWarnings("ImmutableEnumChecker") // It compares, and holds nothing.
    private final Comparator<JudgedDevice> order;

    DeviceSort(String field, Comparator<JudgedDevice> order) {
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

    Comparator<JudgedDevice> order() {
        return order;
    }

    /** An enum's constants cannot use its own constants. The key decides between equals. */
    private static final class Orders {

        static final Comparator<JudgedDevice> NAMES =
                Comparator.<JudgedDevice, String>comparing(one -> one.device().nameKey())
                        .thenComparing(one -> one.device().id());

        static final Comparator<JudgedDevice> USERS =
                Comparator.<JudgedDevice, String>comparing(one -> one.device().userKey())
                        .thenComparing(NAMES);

        private Orders() {}
    }
}
