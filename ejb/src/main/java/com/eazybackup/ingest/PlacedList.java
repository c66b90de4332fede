package com.eazybackup.ingest;

import com.eazybackup.comet.CometException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A list of a Comet Server that is taken up where it was left. Comet's lists have no order that
 * anybody promises: when what stands before the place is not what stood there, the list is asked
 * for once more and taken from its beginning, which costs time and changes nothing.
 *
 * @param <T> an entry
 */
final class PlacedList<T> implements AutoCloseable {

    /** Asks for the list. */
    interface Call<T> {
        ReadAhead<T> ask() throws CometException;
    }

    private final ReadAhead<T> list;
    private final Function<T, String> name;
    private SyncPlace place;

    private PlacedList(ReadAhead<T> list, Function<T, String> name, SyncPlace start) {
        this.list = list;
        this.name = name;
        this.place = start;
    }

    /**
     * @param from where to go on
     * @param passed told of each entry before that
     */
    static <T> PlacedList<T> open(
            Call<T> call, Function<T, String> name, SyncPlace from, Consumer<T> passed)
            throws CometException, InterruptedException {
        SyncPlace beginning = from.at(from.phase());
        PlacedList<T> opened = new PlacedList<>(call.ask(), name, beginning);
        boolean there = false;
        try {
            there = opened.goTo(from, passed);
        } finally {
            // Also when it breaks off on the way: an answer that stays open keeps others waiting.
            if (!there) {
                opened.close();
            }
        }
        return there ? opened : new PlacedList<>(call.ask(), name, beginning);
    }

    private boolean goTo(SyncPlace from, Consumer<T> passed)
            throws CometException, InterruptedException {
        while (place.position() < from.position()) {
            Optional<T> entry = next();
            if (entry.isEmpty()) {
                return false;
            }
            passed.accept(entry.get());
        }
        return place.digest() == from.digest();
    }

    /**
     * @return the next entry, empty after the last one
     */
    Optional<T> next() throws CometException, InterruptedException {
        Optional<T> entry = list.next();
        entry.ifPresent(one -> place = place.past(name.apply(one)));
        return entry;
    }

    /**
     * @return behind the last entry that was given out
     */
    SyncPlace place() {
        return place;
    }

    @Override
    public void close() {
        list.close();
    }
}
