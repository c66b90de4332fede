package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.FrameQueue.Frame;
import com.eazybackup.testing.Until;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FrameQueueTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final FrameQueue queue = new FrameQueue(3, 100);

    @Test
    void framesComeOutInTheirOrderAsManyAsAreWanted() throws Exception {
        add("a", "b", "c");
        assertThat(take(2, 100)).containsExactly("a", "b");
        assertThat(take(2, 100)).containsExactly("c");
        assertThat(take(2, 100)).isEmpty();
    }

    @Test
    void aBatchEndsWithTheFrameThatMakesItHeavy() throws Exception {
        add("a".repeat(40), "b".repeat(10), "c");
        assertThat(take(10, 41)).hasSize(2);
    }

    @Test
    void whoeverAddsToAFullQueueWaitsForRoom() throws Exception {
        add("a", "b", "c");
        CompletableFuture<Void> fourth = adding("d");
        Until.holds("it waits", () -> queue.level().waits() == 1);
        assertThat(fourth).isNotDone();
        assertThat(take(1, 100)).containsExactly("a");
        fourth.join();
        assertThat(take(10, 100)).containsExactly("b", "c", "d");
    }

    @Test
    void charactersAreBoundedAsWellAsFrames() throws Exception {
        add("a".repeat(60));
        CompletableFuture<Void> second = adding("b".repeat(60));
        Until.holds("it waits", () -> queue.level().waits() == 1);
        assertThat(queue.level().characters()).isEqualTo(60);
        take(1, 100);
        second.join();
        assertThat(queue.level().characters()).isEqualTo(60);
    }

    @Test
    void aFrameThatIsLargerThanAllTheRoomGetsInAlone() throws Exception {
        add("a".repeat(500));
        assertThat(take(1, 100)).hasSize(1);
        assertThat(queue.level().characters()).isZero();
    }

    @Test
    void closingLetsGoOfWhoeverWaits() throws Exception {
        add("a", "b", "c");
        CompletableFuture<Void> fourth = adding("d");
        Until.holds("it waits", () -> queue.level().waits() == 1);
        queue.close();
        fourth.join();
        assertThat(take(10, 100)).containsExactly("a", "b", "c");
    }

    private void add(String... texts) throws InterruptedException {
        for (String text : texts) {
            queue.add(new Frame(text, 1));
        }
    }

    private CompletableFuture<Void> adding(String text) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        add(text);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private List<String> take(int most, long weight) throws InterruptedException {
        return queue.take(most, weight, AT_ONCE).stream().map(Frame::text).toList();
    }
}
