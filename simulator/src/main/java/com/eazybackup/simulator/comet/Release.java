package com.eazybackup.simulator.comet;

/** A release of Comet Server, for example 23.9.2. */
record Release(int major, int minor, int patch) implements Comparable<Release> {

    /**
     * @throws IllegalArgumentException when it is not three numbers
     */
    static Release of(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("No release: " + text);
        }
        return new Release(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public int compareTo(Release other) {
        int years = Integer.compare(major, other.major);
        int months = years != 0 ? years : Integer.compare(minor, other.minor);
        return months != 0 ? months : Integer.compare(patch, other.patch);
    }
}
