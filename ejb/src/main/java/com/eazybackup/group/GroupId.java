package com.eazybackup.group;

import java.util.Optional;

/** The number of a group; more than 0. */
public record GroupId(long value) {

    private static final String NUMBER = "[1-9][0-9]{0,9}";

    public GroupId {
        if (value <= 0) {
            throw new IllegalArgumentException("a group's number is more than 0, not " + value);
        }
    }

    /**
     * @return empty for what is no number of a group
     */
    public static Optional<GroupId> of(String text) {
        return text != null && text.matches(NUMBER)
                ? Optional.of(new GroupId(Long.parseLong(text)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
