package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The intakes that run on this node. */
@ApplicationScoped
public class Intakes {

    private final List<CometIntake> running = new CopyOnWriteArrayList<>();

    void add(CometIntake intake) {
        running.add(intake);
    }

    void remove(CometIntake intake) {
        running.remove(intake);
    }

    List<CometIntake> all() {
        return running;
    }

    Optional<CometIntake> of(ProfileName profile) {
        return running.stream().filter(intake -> intake.profile().equals(profile)).findFirst();
    }
}
