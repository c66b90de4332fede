package com.eazybackup.comet;

import com.eazybackup.comet.CometException.Kind;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A list that is read while it arrives, entry by entry: nothing holds all of it.
 *
 * <p>Guarantee: only after {@link #next} has returned empty was the list complete. One that breaks
 * off, or turns out to be an error, ends in an exception. Slow reading slows the server down and
 * runs into no limit. Not for more than one thread.
 *
 * @param <T> an entry
 */
public final class CometList<T> implements AutoCloseable {

    private final CometAnswer answer;
    private final BiFunction<String, JsonNode, Optional<T>> reader;
    private final JsonToken begin;
    private final ObjectNode scalars = Wire.JSON.createObjectNode();
    private Optional<T> first = Optional.empty();
    private boolean begun;
    private boolean ended;
    private int count;

    private CometList(
            CometAnswer answer, JsonToken begin, BiFunction<String, JsonNode, Optional<T>> reader) {
        this.answer = answer;
        this.begin = begin;
        this.reader = reader;
    }

    /** An array of objects. */
    static <T> CometList<T> array(
            CometAnswer answer, BiFunction<String, JsonNode, Optional<T>> reader) {
        return new CometList<>(answer, JsonToken.START_ARRAY, reader);
    }

    /** An object whose values are objects; the reader is given the key. */
    static <T> CometList<T> map(
            CometAnswer answer, BiFunction<String, JsonNode, Optional<T>> reader) {
        return new CometList<>(answer, JsonToken.START_OBJECT, reader);
    }

    /** Reads to the first entry, so that an answer which is an error is told as one by the call. */
    CometList<T> begun() throws CometException {
        first = read();
        answer.turn().succeeded();
        return this;
    }

    /**
     * @return the next entry, empty after the last one
     */
    public Optional<T> next() throws CometException {
        Optional<T> entry = first.isPresent() ? first : read();
        first = Optional.empty();
        if (entry.isPresent()) {
            count++;
        }
        return entry;
    }

    private Optional<T> read() throws CometException {
        answer.guard().waiting();
        try {
            while (!ended) {
                Optional<T> entry = step();
                if (entry.isPresent()) {
                    return entry;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw answer.turn().failed(CometAnswer.broken(answer.guard(), e));
        } catch (CometException e) {
            throw answer.turn().failed(e);
        } finally {
            answer.guard().served();
        }
    }

    /**
     * @return how many entries came so far
     */
    public int count() {
        return count;
    }

    private Optional<T> step() throws IOException, CometException {
        JsonParser parser = answer.parser();
        if (!begun) {
            begin(parser.nextToken());
            return Optional.empty();
        }
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new IOException("the list has no end");
        }
        if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
            ended = true;
            CometAnswer.refuseError(scalars);
            return Optional.empty();
        }
        String key = "";
        if (token == JsonToken.FIELD_NAME) {
            key = parser.currentName();
            token = parser.nextToken();
        }
        JsonNode value = answer.readTree();
        if (token == JsonToken.START_OBJECT) {
            return reader.apply(key, value);
        }
        scalars.set(key, value);
        return Optional.empty();
    }

    private void begin(JsonToken token) throws IOException, CometException {
        begun = true;
        if (token == begin) {
            return;
        }
        if (token == JsonToken.VALUE_NULL) {
            ended = true;
        } else if (token == JsonToken.START_OBJECT) {
            CometAnswer.refuseError(answer.readTree());
            throw new CometException(Kind.UNREADABLE, 0, "An object came where a list belongs.");
        } else if (token == JsonToken.START_ARRAY
                && answer.parser().nextToken() == JsonToken.END_ARRAY) {
            // An empty map that went through PHP.
            ended = true;
        } else {
            throw new CometException(Kind.UNREADABLE, 0, "The answer is not a list.");
        }
    }

    @Override
    public void close() {
        answer.close();
    }
}
