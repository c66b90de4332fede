package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.News.Spot;
import com.eazybackup.whmcs.CometUser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what one batch says about devices: registered, removed, connected, and what profiles list.
 *
 * <p>A device that two users of one client share has one row, because its key is made of client and
 * device. It stays with the user who had it first, until that one loses it. When a user has moved
 * to another client, its profile makes rows of that one's, and those of the former client are
 * revoked.
 */
final class DeviceWriter {

    private final Owners owners;
    private final PresenceMemory presence;
    private final DeviceTable table;
    private final Followups followups;

    DeviceWriter(ProfileName profile, Owners owners, PresenceMemory presence, Followups followups) {
        this.owners = owners;
        this.presence = presence;
        this.table = new DeviceTable(profile);
        this.followups = followups;
    }

    /**
     * @return how many rows were not so before
     */
    int write(
            Connection connection,
            List<News> news,
            List<OwnedProfile> profiles,
            ChangeDrafts drafts,
            long now)
            throws SQLException {
        if (news.isEmpty() && profiles.isEmpty()) {
            return 0;
        }
        read(connection, news, profiles);
        news.forEach(this::apply);
        profiles.forEach(this::apply);
        return table.write(connection, drafts, now);
    }

    private void read(Connection connection, List<News> news, List<OwnedProfile> profiles)
            throws SQLException {
        Set<String> ids = new HashSet<>();
        Set<String> usernames = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        for (OwnedProfile profile : profiles) {
            usernames.add(profile.username());
            // Another user of the client, or a revoked row, may hold the key already.
            hashes.addAll(profile.devices().keySet());
        }
        for (News each : news) {
            if (each instanceof News.DeviceAdded added) {
                hashes.add(added.deviceId());
            } else if (each instanceof News.DeviceRemoved removed) {
                hashes.add(removed.deviceId());
            } else if (each instanceof News.Presence one) {
                hashes.add(one.spot().deviceId());
            } else if (each instanceof News.Orphans orphans) {
                ids.addAll(orphans.rows());
            } else if (each instanceof News.Presences list) {
                list.changed().keySet().forEach(spot -> hashes.add(spot.deviceId()));
            }
        }
        table.read(connection, ids, usernames, hashes);
    }

    private void apply(News news) {
        if (news instanceof News.DeviceAdded added) {
            add(added);
        } else if (news instanceof News.DeviceRemoved removed) {
            remove(removed);
        } else if (news instanceof News.Presence one) {
            connect(one);
        } else if (news instanceof News.Orphans orphans) {
            orphans.rows().stream()
                    .map(table::row)
                    .filter(Objects::nonNull)
                    .filter(entry -> entry.createdAt() < orphans.at()) // else it came meanwhile
                    .forEach(entry -> entry.revoke(orphans.at()));
        } else if (news instanceof News.Presences list) {
            align(list);
        }
    }

    private void add(News.DeviceAdded added) {
        // The event's data is the device, which does not say whose it is. An administrator as actor
        // is nobody's user: the profile that changes with it brings the device.
        Optional<CometUser> owner = owners.of(added.username()).or(() -> owners.of(added.actor()));
        if (owner.isEmpty()) {
            return;
        }
        DeviceEntry entry = table.findOrAdd(owner.get(), added.deviceId());
        boolean late = entry.revokedAt() > added.at();
        if (late || heldByAnother(entry, owner.get())) {
            return;
        }
        entry.registered(owner.get(), added.config(), added.at());
        entry.setOnline(true, added.at());
        followups.presence(added.deviceId());
    }

    private static boolean heldByAnother(DeviceEntry entry, CometUser owner) {
        return !entry.isOf(owner) && !entry.revoked();
    }

    private void remove(News.DeviceRemoved removed) {
        Optional<CometUser> told =
                owners.of(removed.username()).or(() -> owners.of(removed.actor()));
        List<DeviceEntry> candidates =
                table.withHash(removed.deviceId()).stream()
                        .filter(entry -> entry.createdAt() <= removed.at())
                        .toList();
        List<DeviceEntry> mine =
                candidates.stream().filter(e -> told.filter(e::isOf).isPresent()).toList();
        if (!mine.isEmpty()) {
            mine.forEach(entry -> entry.revoke(removed.at()));
        } else if (candidates.size() == 1 && table.isHere(candidates.get(0))) {
            candidates.get(0).revoke(removed.at());
        } else {
            // Several accounts have this device, maybe of several clients: their profiles say who
            // lost it.
            candidates.forEach(entry -> followups.profile(entry.username()));
        }
    }

    private void connect(News.Presence news) {
        Spot spot = news.spot();
        if (!presence.note(news)) {
            return;
        }
        Optional<CometUser> owner = owners.of(spot.username());
        DeviceEntry entry = owner.map(who -> table.find(who, spot.deviceId())).orElse(null);
        if (entry == null
                && owner.isPresent()
                && !table.leftBehind(owner.get(), spot.deviceId()).isEmpty()) {
            // The user has come to another client, and this one has not seen its profile yet.
            followups.profile(spot.username());
        }
        if (entry != null && entry.isOf(owner.get())) {
            entry.setOnline(news.online(), news.at());
            if (news.online()) {
                table.heardOf(entry);
            } else {
                // An older connection of the device may have ended after a newer one began.
                followups.presence(spot.deviceId());
            }
        } else if (owner.isEmpty() && !table.withHash(spot.deviceId()).isEmpty()) {
            // We have the device and not the user: an old server, or an administrator as actor.
            followups.presence(spot.deviceId());
        }
    }

    /** The pair of user and device counts; the same device of another user is another matter. */
    private void align(News.Presences list) {
        list.same().forEach((spot, online) -> presence.settle(spot, online, list.began()));
        list.changed()
                .forEach(
                        (spot, online) -> {
                            CometUser owner = owners.of(spot.username()).orElse(null);
                            DeviceEntry entry =
                                    owner == null ? null : table.find(owner, spot.deviceId());
                            if (entry != null
                                    && entry.isOf(owner)
                                    && presence.settle(spot, online, list.began())) {
                                entry.setOnline(online, list.at());
                            }
                        });
    }

    private void apply(OwnedProfile profile) {
        String name = profile.profile().username();
        profile.devices()
                .forEach(
                        (id, config) -> {
                            table.leftBehind(profile.owner(), id)
                                    .forEach(left -> left.revoke(profile.at()));
                            DeviceEntry entry = table.findOrAdd(profile.owner(), id);
                            if (heldByAnother(entry, profile.owner())) {
                                return;
                            }
                            entry.registered(profile.owner(), config, profile.at());
                            if (presence.online(new Spot(name, id))) {
                                entry.setOnline(true, profile.at());
                            }
                        });
        for (DeviceEntry entry : table.of(profile.owner())) {
            if (entry.revoked() || profile.devices().containsKey(entry.hash())) {
                continue;
            }
            if (!profile.mayNotKnow(entry.createdAt())) {
                entry.revoke(profile.at());
            } else if (entry.createdAt() == profile.at()) {
                // Which of the two came first nobody can tell, except the server.
                followups.doubt(profile.profile().username());
            }
        }
    }
}
