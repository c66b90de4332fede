package com.eazybackup.batch;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.SyncPlace;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far the nightly sync is: its checkpoint. Small, whatever the size of the fleet, because the
 * batch repository keeps 64 KiB of it.
 */
final class SyncState implements Serializable {

    private static final long serialVersionUID = 1;

    private final ArrayList<SyncProfile> profiles = new ArrayList<>();

    static SyncState fresh(List<ProfileName> names, long nowMs) {
        SyncState state = new SyncState();
        names.forEach(
                name -> state.profiles.add(new SyncProfile(name.value(), SyncPlace.start(nowMs))));
        return state;
    }

    /** Goes on with what is not done, also with what failed. */
    void goOn() {
        profiles.forEach(SyncProfile::tryAgain);
    }

    /** What was left to an operator has been dealt with meanwhile. */
    void confirmed() {
        profiles.forEach(SyncProfile::confirmed);
    }

    /**
     * @return the Comet Server that is next
     */
    Optional<SyncProfile> next() {
        return profiles.stream().filter(SyncProfile::open).findFirst();
    }

    /**
     * @return whether it is the last one, and none has failed
     */
    boolean lastOfAll(SyncProfile profile) {
        return failed().isEmpty()
                && profiles.stream().allMatch(each -> each == profile || each.place().done());
    }

    List<SyncProfile> failed() {
        return profiles.stream().filter(each -> !each.error().isEmpty()).toList();
    }

    long processed() {
        return profiles.stream().mapToLong(SyncProfile::processed).sum();
    }

    void tell(RunReport report, boolean dryRun) {
        profiles.forEach(profile -> profile.tell(report));
        report.sentence(sentence(dryRun));
        failed().forEach(each -> report.error(each.name() + ": " + each.error()));
    }

    private String sentence(boolean dryRun) {
        long rows = profiles.stream().mapToLong(each -> each.repaired().all()).sum();
        String compared =
                "%d of %d Comet Servers compared: %d rows %s put right."
                        .formatted(
                                profiles.stream().filter(each -> each.place().done()).count(),
                                profiles.size(),
                                rows,
                                dryRun ? "would be" : "were");
        List<SyncProfile> dropped =
                profiles.stream().filter(each -> each.drop().suspicious()).toList();
        String unpaid =
                profiles.stream()
                        .filter(each -> each.unpaid() > 0)
                        .map(
                                each ->
                                        " %d devices of %s are of no active service, suspiciously many: none was revoked."
                                                .formatted(each.unpaid(), each.name()))
                        .collect(Collectors.joining());
        return compared
                + dropped.stream()
                        .map(
                                each ->
                                        " %s lists %d accounts, and %d of %d known ones are missing: none was removed."
                                                .formatted(
                                                        each.name(),
                                                        each.drop().listed(),
                                                        each.drop().gone(),
                                                        each.drop().known()))
                        .collect(Collectors.joining())
                + unpaid;
    }
}
