package com.eazybackup.comet.stream;

import com.eazybackup.comet.CometCredentials;
import java.util.List;

/**
 * How a stream begins: five text frames at once, each just a value; then one text frame as answer.
 */
final class Handshake {

    private static final String ACCEPTED = "200 OK";
    private static final int SHOWN = 120;

    private Handshake() {}

    /**
     * @return the frames in their order; a value that is not used is an empty frame
     */
    static List<String> frames(CometCredentials credentials) {
        return List.of(
                credentials.username(),
                credentials.authType(),
                credentials.password(),
                credentials.sessionKey(),
                credentials.totp());
    }

    static boolean accepted(String answer) {
        return answer.strip().equals(ACCEPTED);
    }

    /**
     * Whether a refusal is about who we are. Comet's texts are not documented: only those that
     * begin with the number of such an error are taken for one, all others for passing trouble.
     */
    static boolean unauthorised(String answer) {
        String text = answer.strip();
        return text.startsWith("401") || text.startsWith("403");
    }

    /**
     * @return a refusal's text, fit for a log
     */
    static String shown(String answer) {
        String line = answer.strip().replaceAll("\\p{Cntrl}", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
