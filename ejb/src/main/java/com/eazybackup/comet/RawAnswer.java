package com.eazybackup.comet;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * An answer that is bytes: a log, an installer. Read it while it comes, then close it; the server's
 * connection is held until then. Bytes that stop coming end in an {@link IOException}.
 */
public final class RawAnswer implements AutoCloseable {

    private final String contentType;
    private final OptionalLong length;
    private final InputStream body;
    private final Runnable end;

    RawAnswer(String contentType, OptionalLong length, InputStream body, Runnable end) {
        this.contentType = contentType;
        this.length = length;
        this.body = body;
        this.end = end;
    }

    /**
     * @return as the server says; empty when it says nothing
     */
    public String contentType() {
        return contentType;
    }

    /**
     * @return in bytes; empty when it is not known before the end
     */
    public OptionalLong length() {
        return length;
    }

    public InputStream body() {
        return body;
    }

    @Override
    public void close() {
        end.run();
    }
}
