package com.eazybackup.simulator.http;

/**
 * One way to misbehave, and for which requests.
 *
 * @param path beginning of the request's path; "" = every path
 * @param every each so many-th request that fits the path; 1 = each
 * @param times so often, then it is over; 0 = for ever
 * @param value what the kind counts: {@link Kind}
 */
public record Fault(Kind kind, String path, int every, int times, int value) {

    /** What becomes of the request. */
    public enum Kind {
        SLOW("The answer waits; value = milliseconds.", 3_000),
        HANG("No answer, the connection stays open until the fault is taken away.", 0),
        STATUS("Value = the HTTP status, with a line of text; 429 says when to come back.", 503),
        ERROR_BODY("HTTP 200 with an error object; value = the status in it.", 500),
        HTML("A proxy's page; value = the HTTP status.", 502),
        REFUSED("HTTP 403, as for a caller whose address is not on the list.", 403),
        EMPTY("HTTP 200 without a body.", 0),
        TRUNCATED("The answer breaks off; value = after so many bytes at most.", 1_000),
        DROP("The connection ends without an answer.", 0);

        private final String sentence;
        private final int usualValue;

        Kind(String sentence, int usualValue) {
            this.sentence = sentence;
            this.usualValue = usualValue;
        }

        public String sentence() {
            return sentence;
        }

        public int usualValue() {
            return usualValue;
        }
    }

    public Fault {
        if (every < 1 || times < 0 || value < 0) {
            throw new IllegalArgumentException(
                    "every is 1 or more, times and value are not negative");
        }
    }

    /** For each request, for ever. */
    public static Fault always(Kind kind) {
        return new Fault(kind, "", 1, 0, kind.usualValue());
    }

    public Fault onPath(String newPath) {
        return new Fault(kind, newPath, every, times, value);
    }

    public Fault onEach(int newEvery) {
        return new Fault(kind, path, newEvery, times, value);
    }

    public Fault times(int newTimes) {
        return new Fault(kind, path, every, newTimes, value);
    }

    public Fault value(int newValue) {
        return new Fault(kind, path, every, times, newValue);
    }
}
