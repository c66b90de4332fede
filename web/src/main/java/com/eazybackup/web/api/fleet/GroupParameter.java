package com.eazybackup.web.api.fleet;

import com.eazybackup.fleet.GroupChoice;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import java.util.HashSet;
import java.util.Set;

/** Groups of devices as an address names them: their ids, with commas between them. */
public final class GroupParameter {

    /** In place of ids: all groups in which some device needs somebody. */
    private static final String ISSUES = "issues";

    private static final int MOST = 1_000;

    private GroupParameter() {}

    /**
     * @param value ids, 0 for devices in no group; or {@code issues}; nothing for all
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when it is none of these
     */
    public static GroupChoice choice(String value) {
        if (ISSUES.equals(value)) {
            return new GroupChoice(Set.of(), true);
        }
        return new GroupChoice(ids("group", value), false);
    }

    /**
     * @return none when there is no value
     */
    static Set<Integer> ids(String name, String value) {
        Set<Integer> ids = new HashSet<>();
        if (value == null || value.isEmpty()) {
            return ids;
        }
        String[] parts = value.split(",", -1);
        for (String part : parts) {
            if (parts.length > MOST || !part.matches("[0-9]{1,9}")) {
                throw new ProblemException(
                        ProblemCode.VALIDATION,
                        name
                                + " is the ids of at most "
                                + MOST
                                + " groups with commas between them, 0 for devices in no group.");
            }
            ids.add(Integer.valueOf(part));
        }
        return ids;
    }
}
