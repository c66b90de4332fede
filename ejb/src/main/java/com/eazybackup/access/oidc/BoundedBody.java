package com.eazybackup.access.oidc;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** A body of so many bytes at most; one byte more and the answer fails. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> kept = BodySubscribers.ofByteArray();
    private final int limit;
    private Subscription subscription;
    private long seen;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return kept.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        kept.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        seen += pieces.stream().mapToLong(ByteBuffer::remaining).sum();
        if (seen > limit) {
            subscription.cancel();
            kept.onError(new IOException("longer than " + limit + " bytes"));
        } else {
            kept.onNext(pieces);
        }
    }

    @Override
    public void onError(Throwable trouble) {
        kept.onError(trouble);
    }

    @Override
    public void onComplete() {
        kept.onComplete();
    }
}
