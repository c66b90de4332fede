package com.eazybackup.comet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells the guard when somebody waits for bytes of an answer. */
final class GuardedStream extends FilterInputStream {

    private final StallGuard guard;

    GuardedStream(InputStream in, StallGuard guard) {
        super(in);
        this.guard = guard;
    }

    @Override
    public int read() throws IOException {
        guard.waiting();
        try {
            return super.read();
        } finally {
            guard.served();
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        guard.waiting();
        try {
            return super.read(into, offset, length);
        } finally {
            guard.served();
        }
    }
}
