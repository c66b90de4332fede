package com.eazybackup.group;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a change says of one field, as in a JSON merge patch (RFC 7396).
 *
 * @param named whether it says anything; if not, the field stays as it is
 * @param value empty takes away what is there
 */
public record Patch<T>(boolean named, Optional<T> value) {

    public static <T> Patch<T> unnamed() {
        return new Patch<>(false, Optional.empty());
    }

    /**
     * @param value null takes away what is there
     */
    public static <T> Patch<T> to(T value) {
        return new Patch<>(true, Optional.ofNullable(value));
    }

    public <U> Patch<U> map(Function<T, U> reading) {
        return new Patch<>(named, value.map(reading));
    }
}
