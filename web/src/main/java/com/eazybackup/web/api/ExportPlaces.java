package com.eazybackup.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * How many exports a node writes at a time: an export keeps a thread for as long as its reader
 * takes, and one that does not read would otherwise keep all of them, and with them everybody, out.
 * One for each session or key, and {@value #MOST} altogether.
 */
@ApplicationScoped
public class ExportPlaces {

    static final int MOST = 4;

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Set<String> taken = new HashSet<>();

    /** Something that is written while a place is taken. */
    public interface Writing {
        void run() throws IOException;
    }

    /**
     * @param pass session or key
     * @throws ProblemException when there is no place
     */
    public synchronized void ask(String pass) {
        if (taken.size() >= MOST || taken.contains(pass)) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "Another export is being written. Please try again in a moment.",
                    SOON);
        }
    }

    private synchronized void take(String pass) {
        ask(pass);
        taken.add(pass);
    }

    private synchronized void leave(String pass) {
        taken.remove(pass);
    }

    public void write(String pass, Writing writing) throws IOException {
        take(pass);
        try {
            writing.run();
        } finally {
            leave(pass);
        }
    }
}
