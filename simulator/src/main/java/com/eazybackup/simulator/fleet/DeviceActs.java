package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Devices register, come and go, get another name, are revoked. */
public final class DeviceActs {

    private final Fleet fleet;

    DeviceActs(Fleet fleet) {
        this.fleet = fleet;
    }

    /**
     * A device registers itself in an account: SEVT_DEVICE_NEW, then SEVT_ACCOUNT_UPDATED, then it
     * connects.
     *
     * @return its DeviceID
     */
    public String add(String username, String friendlyName) {
        synchronized (fleet) {
            String id = fleet.next("device").hex(40);
            register(
                    username,
                    id,
                    DeviceJson.config(Machine.CLIENTS.get(0), friendlyName, "25.9.8", fleet.now()));
            return id;
        }
    }

    /**
     * {@link #add} of a device that is known already.
     *
     * @param device a DeviceConfig
     */
    public void register(String username, String id, ObjectNode device) {
        synchronized (fleet) {
            ObjectNode profile = fleet.liveProfile(username);
            Json.object(profile, "Devices").set(id, device);
            fleet.putProfile(username, profile);
            fleet.tell(EventKind.DEVICE_NEW, username, id, Optional.of(device));
            fleet.tell(EventKind.ACCOUNT_UPDATED, username, username, Optional.of(profile));
            connect(username, id);
        }
    }

    /**
     * A device is revoked: its connection ends, SEVT_DEVICE_REMOVED names it without data.
     *
     * @param actor the account itself, or {@link Fleet#ADMIN}
     */
    public void remove(String username, String device, String actor) {
        synchronized (fleet) {
            ObjectNode profile = fleet.liveProfile(username);
            if (Json.object(profile, "Devices").remove(device) == null) {
                throw new IllegalArgumentException("No device " + device + " in " + username);
            }
            fleet.putProfile(username, profile);
            disconnect(username, device);
            fleet.tell(EventKind.DEVICE_REMOVED, actor, device, Optional.empty());
            fleet.tell(EventKind.ACCOUNT_UPDATED, actor, username, Optional.of(profile));
        }
    }

    /** A new friendly name is a change of the profile and nothing else. */
    public void rename(String username, String device, String friendlyName) {
        fleet.acts()
                .accounts()
                .edit(
                        username,
                        profile -> {
                            Json.object(Json.object(profile, "Devices"), device)
                                    .put("FriendlyName", friendlyName);
                            return profile;
                        });
    }

    /**
     * A live connection opens. A device that is connected already gets a second one, as after a
     * reconnect that the server has not noticed, unless {@link Habits#oldConnectionsLinger} is off.
     *
     * @return the connection id, the TargetID of commands
     */
    public String connect(String username, String device) {
        synchronized (fleet) {
            JsonNode config = fleet.liveProfile(username).path("Devices").path(device);
            if (!config.isObject()) {
                throw new IllegalArgumentException("No device " + device + " in " + username);
            }
            if (!fleet.habits().oldConnectionsLinger) {
                fleet.liveConnections()
                        .idsOf(username, device)
                        .forEach(fleet.liveConnections()::remove);
            }
            Draw draw = fleet.next("connection");
            String id = draw.uuid();
            fleet.liveConnections()
                    .put(id, DeviceJson.connection(draw, username, device, config, fleet.now()));
            fleet.tell(EventKind.DEVICE_LIVE_CONNECT, username, device, Optional.empty());
            return id;
        }
    }

    /**
     * Live connections of devices that the account itself need not have, for fleets of any size;
     * the stream is told nothing.
     */
    public void crowd(String username, List<String> devices) {
        synchronized (fleet) {
            ObjectNode config =
                    DeviceJson.config(Machine.CLIENTS.get(0), "", "25.9.8", fleet.now());
            for (String device : devices) {
                Draw draw = fleet.next("connection");
                fleet.liveConnections()
                        .put(
                                draw.uuid(),
                                DeviceJson.connection(draw, username, device, config, fleet.now()));
            }
        }
    }

    /** Every connection of that device in that account ends, and the stream is told nothing. */
    public void vanish(String username, String device) {
        synchronized (fleet) {
            fleet.liveConnections()
                    .idsOf(username, device)
                    .forEach(fleet.liveConnections()::remove);
        }
    }

    /** Somebody at the device decides whether an administrator may view the names of its files. */
    public void allowFilenames(String username, String device, boolean allowed) {
        synchronized (fleet) {
            fleet.liveConnections().allowFilenames(username, device, allowed);
        }
    }

    /** Every connection of that device in that account ends; nothing happens when there is none. */
    public void disconnect(String username, String device) {
        synchronized (fleet) {
            List<String> ids = fleet.liveConnections().idsOf(username, device);
            ids.forEach(fleet.liveConnections()::remove);
            if (!ids.isEmpty()) {
                fleet.tell(EventKind.DEVICE_LIVE_DISCONNECT, username, device, Optional.empty());
            }
        }
    }
}
