package com.eazybackup.web.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Bodies of more than 64 KiB are refused, whether or not their length was announced. The largest
 * body that the API takes for real is a few kilobytes; but devices that are put into a group are
 * named one by one, and ten thousand ids of 64 characters are two thirds of a megabyte.
 *
 * <p>A body is read whole before anything looks at it: an error in the midst of parsing would reach
 * the caller as a parser's.
 */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {

    private static final Logger LOG = System.getLogger(BodyLimit.class.getName());

    static final int MOST = 64 * 1024;
    static final int MOST_OF_ASSIGNMENTS = 1024 * 1024;

    private static final String ASSIGNMENTS = "device-groups/assignments";

    @Override
    public void filter(ContainerRequestContext request) {
        int most = most(request.getMethod(), request.getUriInfo().getPath());
        if (request.getLength() > most) {
            throw tooLarge();
        }
        if (request.hasEntity()) {
            request.setEntityStream(
                    new ByteArrayInputStream(whole(request.getEntityStream(), most)));
        }
    }

    /**
     * @param path under {@code /api}
     * @return in bytes
     */
    static int most(String method, String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return method.equals(HttpMethod.PUT) && relative.equals(ASSIGNMENTS)
                ? MOST_OF_ASSIGNMENTS
                : MOST;
    }

    /** A sender that goes away in the middle is no fault of ours. */
    private static byte[] whole(InputStream body, int most) {
        try {
            return read(body, most);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A request ended before its body", e);
            throw new ProblemException(
                    ProblemCode.VALIDATION, 400, "The request ended before it was complete.");
        }
    }

    static byte[] read(InputStream body, int most) throws IOException {
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLarge();
        }
        return bytes;
    }

    private static ProblemException tooLarge() {
        return new ProblemException(ProblemCode.VALIDATION, 413, "The request is too large.");
    }
}
