package com.eazybackup.simulator.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** Lets the beginning of an answer through, then ends the connection. */
final class CutOff extends AbstractStreamSinkConduit<StreamSinkConduit> {

    private final HttpServerExchange exchange;
    private long left;

    /**
     * @param most so many bytes of the body, and never more than half of what was announced
     */
    CutOff(StreamSinkConduit next, HttpServerExchange exchange, int most) {
        super(next);
        this.exchange = exchange;
        long announced = exchange.getResponseContentLength();
        this.left = announced < 0 ? most : Math.min(most, announced / 2);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int limit = source.limit();
        source.limit((int) Math.min(limit, source.position() + left));
        int written;
        try {
            written = next.write(source);
        } finally {
            source.limit(limit);
        }
        left -= written;
        if (left == 0) {
            end();
        }
        return written;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (sources[i].hasRemaining()) {
                return write(sources[i]);
            }
        }
        return 0;
    }

    @Override
    public int writeFinal(ByteBuffer source) throws IOException {
        return write(source);
    }

    @Override
    public long writeFinal(ByteBuffer[] sources, int offset, int length) throws IOException {
        return write(sources, offset, length);
    }

    @Override
    public void terminateWrites() throws IOException {
        end();
    }

    private void end() throws IOException {
        while (!next.flush()) {
            next.awaitWritable();
        }
        IoUtils.safeClose(exchange.getConnection());
        throw new IOException("Cut off on purpose");
    }
}
