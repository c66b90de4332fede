package com.eazybackup.simulator.comet;

/** A release of Comet Server, for example 23.9.2. */
record Release(int major, int minor, int patch) implements Comparable<Release> {

    /**
     * Parts that are missing or no numbers count as 0: whatever somebody calls a version, the
     * server has to go on.
     */
    static Release of(String text) {
        String[] parts = (text + ".0.0").replaceAll("[^0-9.]", "0").split("\\.", 4);
        return new Release(number(parts[0]), number(parts[1]), number(parts[2]));
    }

    private static int number(String digits) {
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(Release other) {
        int years = Integer.compare(major, other.major);
        int months = years != 0 ? years : Integer.compare(minor, other.minor);
        return months != 0 ? months : Integer.compare(patch, other.patch);
    }
}
