package com.eazybackup.simulator.fleet;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.DemoCustomers.Service;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * As many accounts as wanted, each invented from its number: number 7 of ten is number 7 of a
 * hundred thousand. In the mean there are seven devices for six accounts.
 */
final class NumberedAccounts extends AbstractList<Service> implements RandomAccess {

    private static final int FIRST_SERVICE = 100_000;

    private static final List<String> PLACES =
            List.of(
                    "maple",
                    "harbour",
                    "juniper",
                    "prairie",
                    "summit",
                    "lakeside",
                    "granite",
                    "meadow",
                    "orchard",
                    "beacon",
                    "willow",
                    "northern",
                    "copper",
                    "heron");

    private static final List<String> TRADES =
            List.of(
                    "dental",
                    "legal",
                    "roofing",
                    "clinic",
                    "school",
                    "bakery",
                    "optics",
                    "freight",
                    "print",
                    "studio",
                    "pharmacy",
                    "motors",
                    "books",
                    "survey");

    private final long seed;
    private final int size;

    NumberedAccounts(long seed, int size) {
        this.seed = seed;
        this.size = size;
    }

    @Override
    public Service get(int number) {
        if (number < 0 || number >= size) {
            throw new IndexOutOfBoundsException(number);
        }
        Draw draw = Draw.of(seed, "numbered", number);
        String username = "%s.%s-%06d".formatted(draw.from(PLACES), draw.from(TRADES), number);
        return new Service(
                FIRST_SERVICE + number,
                username,
                DemoCustomers.COMETBACKUP,
                58,
                draw.chance(0.97) ? "Active" : "Suspended",
                devices(draw));
    }

    @Override
    public int size() {
        return size;
    }

    private static int devices(Draw draw) {
        long percent = draw.between(0, 99);
        if (percent < 15) {
            return 0;
        }
        if (percent < 82) {
            return 1;
        }
        return percent < 94 ? 2 : (int) draw.between(3, 6);
    }
}
