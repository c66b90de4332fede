package com.eazybackup.web.api.group;

import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.group.GroupRefused;
import com.eazybackup.web.api.operations.DatabaseUnavailableMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that is done to a client's groups: in the trail with how it ended, also when it was
 * refused.
 */
@RequestScoped
class GroupAct {

    @Inject Door door;

    private record Ended<T>(Optional<T> done, Optional<GroupRefused> refused) {

        static <T> Ended<T> of(Supplier<Optional<T>> act) {
            try {
                return new Ended<>(act.get(), Optional.empty());
            } catch (GroupRefused e) {
                return new Ended<>(Optional.empty(), Optional.of(e));
            }
        }

        String word(Function<T, String> result) {
            return refused.map(why -> GroupRefusedMapper.code(why).code())
                    .or(() -> done.map(result))
                    .orElse("not-found");
        }
    }

    /**
     * @param act its answer is empty when what it is about is not the client's
     * @param result what came of it, in a word for the trail
     */
    <T> T run(Action action, String target, Supplier<Optional<T>> act, Function<T, String> result) {
        Ended<T> ended =
                door.act(action, target, () -> Ended.of(act), outcome -> outcome.word(result));
        DatabaseUnavailableMapper.answered();
        ended.refused()
                .ifPresent(
                        refused -> {
                            throw refused;
                        });
        return ended.done().orElseThrow(() -> door.foreign(action, target));
    }
}
