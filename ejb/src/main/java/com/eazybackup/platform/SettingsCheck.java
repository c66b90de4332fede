package com.eazybackup.platform;

import java.io.PrintStream;
import java.util.Map;

/**
 * Checks the environment before the server starts: {@code bin/standalone.sh} runs this, so that a
 * bad value ends in its sentence and not in a half-started server. Exit codes: 0 good, {@link #BAD}
 * bad.
 */
public final class SettingsCheck {

    /** Exit code of a start that a setting prevented. */
    static final int BAD = 2;

    private SettingsCheck() {}

    /** The command itself. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.err));
    }

    static int run(Map<String, String> environment, PrintStream out) {
        try {
            Settings.from(environment);
            return 0;
        } catch (BadSettings e) {
            out.println("The portal was not started:");
            e.problems().forEach(problem -> out.println("  " + problem));
            return BAD;
        }
    }
}
