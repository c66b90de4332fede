package com.eazybackup.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.logging.LogManager;

/**
 * What becomes of the server when the portal cannot start with its settings.
 *
 * <p>Guarantee: on the portal's own server the process ends with {@link SettingsCheck#BAD}, and the
 * sentences are the last of the log and the console. On a WildFly with other applications only the
 * deployment fails: nobody else's work is ended. Which of the two it is, says the system property
 * {@value #OWN_SERVER}, set by {@code wildfly-config/server.cli} alone.
 */
public final class StartRefusal {

    static final String OWN_SERVER = "eazybackup.own-server";

    private static final Logger LOG = System.getLogger(StartRefusal.class.getName());

    private StartRefusal() {}

    /**
     * Does not return on the portal's own server.
     *
     * @param problems one sentence for each variable
     * @return for others to throw, so that the deployment fails
     */
    public static BadSettings of(List<String> problems) {
        return of(new BadSettings(problems));
    }

    static BadSettings of(BadSettings bad) {
        if (Boolean.getBoolean(OWN_SERVER)) {
            endTheServer(bad);
        }
        return bad;
    }

    /**
     * At once: an orderly end would wait for this very deployment to be done, and would bury the
     * sentences under what else has to be said of it. Nothing has been taken in yet that could be
     * lost.
     */
    private static void endTheServer(BadSettings bad) {
        silenceTheOthers();
        LOG.log(Level.ERROR, "The portal was not started: {0}", bad.getMessage());
        Runtime.getRuntime().halt(SettingsCheck.BAD);
    }

    /** Much starts at the same time, and each part says so. */
    private static void silenceTheOthers() {
        java.util.logging.Logger own =
                LogManager.getLogManager().getLogger(StartRefusal.class.getName());
        if (own != null) {
            own.setLevel(java.util.logging.Level.SEVERE);
        }
        LogManager.getLogManager().getLogger("").setLevel(java.util.logging.Level.OFF);
    }
}
