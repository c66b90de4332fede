package com.eazybackup.simulator.browse;

import java.util.ArrayList;
import java.util.List;

/**
 * Names the folders of one snapshot by 64 hexadecimal digits that lead back to them, so nothing has
 * to be remembered, and a name of yesterday is good today.
 *
 * <p>Limits: twelve folders deep, a million entries before a folder.
 */
final class TreeIds {

    private static final int LEVELS = 12;
    private static final int DIGITS = 5;
    private static final int CHECK = 4;

    private final Seed snapshot;

    TreeIds(Seed snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * @param path the place of each folder among the entries of the one before
     */
    String name(List<Integer> path) {
        if (path.size() > LEVELS) {
            return "";
        }
        StringBuilder plain = new StringBuilder();
        for (int level = 0; level < LEVELS; level++) {
            plain.append("%05x".formatted(level < path.size() ? path.get(level) + 1 : 0));
        }
        String check = check(plain.toString());
        return check + blended(plain.toString(), check);
    }

    /**
     * @throws BrowseRefused for a name that is not of this snapshot
     */
    List<Integer> path(String name) {
        if (!name.matches("[0-9a-f]{64}")) {
            throw unknown(name);
        }
        String check = name.substring(0, CHECK);
        String plain = blended(name.substring(CHECK), check);
        if (!check(plain).equals(check)) {
            throw unknown(name);
        }
        List<Integer> path = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            int place = Integer.parseInt(plain.substring(level * DIGITS, (level + 1) * DIGITS), 16);
            if (place == 0) {
                break;
            }
            path.add(place - 1);
        }
        return path;
    }

    private String check(String plain) {
        return snapshot.at(plain).hex(CHECK);
    }

    /** Twice is nothing. */
    private String blended(String digits, String key) {
        String stream = snapshot.at("stream").at(key).hex(digits.length());
        StringBuilder text = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            int digit =
                    Character.digit(digits.charAt(i), 16) ^ Character.digit(stream.charAt(i), 16);
            text.append(Character.forDigit(digit, 16));
        }
        return text.toString();
    }

    private static BrowseRefused unknown(String name) {
        return new BrowseRefused("Tree '" + name + "' was not found in the snapshot");
    }
}
