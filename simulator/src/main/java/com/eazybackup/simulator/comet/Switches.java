package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.switches.Trouble;
import com.eazybackup.simulator.switches.Unsettled;

/**
 * How the server behaves where no public source settles it, and how it misbehaves. Each field may
 * be changed at any time, from any thread, and holds for what happens afterwards. First values are
 * the likelier answer and no misbehaviour.
 *
 * <p>What decides about events and jobs themselves is in {@link
 * com.eazybackup.simulator.fleet.Habits}.
 */
public final class Switches {

    /** Which forms of the stream's allowList are understood. */
    public enum AllowListForm {
        ANY,
        COMMAS,
        JSON_ARRAY,
        IGNORED
    }

    /** How a Hyper-V item names what it protects in EngineProps. */
    public enum MachineKeys {
        ALL_VMS,
        ID_AND_NAME,
        NAME_ONLY
    }

    /** What becomes of logs and jobs older than PruneLogsAfterDays. */
    public enum OldLogs {
        KEPT,
        EMPTY,
        REFUSED
    }

    @Unsettled("An error's HTTP status equals the Status in its body; else it is 200.")
    public volatile boolean errorsAsHttpStatus;

    @Unsettled(
            value = "Status about an account that does not exist.",
            positions = {"500", "404"})
    public volatile int unknownUserStatus = 500;

    @Unsettled(
            value = "Status about a job that does not exist.",
            positions = {"404", "400"})
    public volatile int unknownJobStatus = 404;

    @Unsettled(
            value = "Status of a write whose hash is stale.",
            positions = {"409", "400", "500"})
    public volatile int hashConflictStatus = 409;

    @Unsettled(
            value = "Status when the TargetID is unknown or its device offline.",
            positions = {"403", "400"})
    public volatile int deviceAwayStatus = 403;

    @Unsettled(
            value = "Status of cancelling a job whose device is offline.",
            positions = {"400", "403"})
    public volatile int cancelUnreachableStatus = 400;

    @Unsettled(
            value = "Status of browsing a device that does not allow filenames.",
            positions = {"403", "400"})
    public volatile int filenamesRefusedStatus = 403;

    @Unsettled(
            value = "Status of a call that the administrator or the server's roles do not allow.",
            positions = {"403", "401"})
    public volatile int permissionStatus = 403;

    @Unsettled(
            value = "Status of user calls when the account's policy forbids the web.",
            positions = {"403", "400"})
    public volatile int webRefusedStatus = 403;

    @Unsettled(
            value = "What the stream says to wrong credentials.",
            positions = {"403 Forbidden", "401 Unauthorized"})
    public volatile String refusalText = "403 Forbidden";

    @Unsettled(
            value = "How the stream closes after a refusal.",
            positions = {"1008", "1000"})
    public volatile int refusalCloseCode = 1008;

    @Unsettled("Which form of the stream's allowList is understood.")
    public volatile AllowListForm allowListForm = AllowListForm.ANY;

    @Unsettled("Timestamp of an event counts milliseconds; else seconds.")
    public volatile boolean timestampInMillis;

    @Unsettled("Events that are not about devices have a ResourceID.")
    public volatile boolean resourceIdOnEveryEvent = true;

    @Unsettled("4702 and 4703 name the device in ResourceID.")
    public volatile boolean liveEventsNameDevice = true;

    @Unsettled("4702 and 4703 name the account in Actor.")
    public volatile boolean liveEventsNameUser = true;

    @Unsettled("4701 names the device in ResourceID.")
    public volatile boolean removedDeviceNamed = true;

    @Unsettled("4102 carries the profile.")
    public volatile boolean profileEventHasProfile = true;

    @Unsettled("4101 carries the account's name as Data.")
    public volatile boolean removedAccountNamed;

    @Unsettled(
            value = "The server pings each listener after so many seconds; 0 = never.",
            positions = {"0", "1"})
    public volatile int pingSeconds;

    @Unsettled("An administrator of a tenant sees only the tenant's accounts and events.")
    public volatile boolean tenantSeesOwnOnly = true;

    @Unsettled("validate-totp sets the login flags by itself.")
    public volatile boolean validateTotpSetsFlags = true;

    @Unsettled("How Hyper-V items name their machines.")
    public volatile MachineKeys machineKeys = MachineKeys.ALL_VMS;

    @Unsettled(
            value = "The EngineProps key of a Microsoft 365 item's secret.",
            positions = {"APP_SECRET", "SECRET"})
    public volatile String officeSecretKey = "APP_SECRET";

    @Unsettled("A Proxmox item holds its parameters as JSON under one key; else one by one.")
    public volatile boolean proxmoxInOneKey;

    @Unsettled(
            "VMware, MySQL, MongoDB and other items without documented EngineProps have other keys.")
    public volatile boolean undocumentedKeysDiffer;

    @Unsettled("YearOffset of a retention range counts months from 0; else from 1.")
    public volatile boolean yearOffsetFromZero;

    @Unsettled("What becomes of job logs older than PruneLogsAfterDays.")
    public volatile OldLogs oldLogs = OldLogs.KEPT;

    @Unsettled("On Linux and macOS the subtree of a folder is its whole path; else its name.")
    public volatile boolean unixSubtreeIsPath = true;

    @Unsettled("A restore to another device than the one that backed up is refused.")
    public volatile boolean restoreElsewhereRefused;

    @Trouble(
            value = "The server's age: what came later is not there.",
            positions = {"25.9.8", "24.6.2", "23.9.1", "23.3.5", "22.12.9"})
    public volatile String version = "25.9.8";

    @Trouble(
            value = "The organisation that the administrator belongs to; empty = the top level.",
            positions = {"", "tenant-1"})
    public volatile String adminOrganization = "";

    @Trouble("Every call is refused for lack of permission.")
    public volatile boolean permissionDenied;

    @Trouble("The server builds installers: its Software Build Role is on.")
    public volatile boolean softwareBuildRole = true;

    @Trouble(
            "Sign-ins and sessions are told to the stream (4103-4106, 4153-4156), as real servers do.")
    public volatile boolean streamsAdminLogins;

    @Trouble("Empty lists and maps come as null, as Go servers send them.")
    public volatile boolean nullForEmpty;

    @Trouble("Empty maps come as [], as profiles that went through PHP hold them.")
    public volatile boolean arrayForEmptyMap;

    @Trouble("Every object has a field that nobody has heard of.")
    public volatile boolean unknownFields;

    @Trouble("CreateTime is a thousandth of the seconds, as on very old records.")
    public volatile boolean createTimeInKiloseconds;

    @Trouble("Bodies end in the middle.")
    public volatile boolean truncatedBodies;

    @Trouble(
            value = "So many percent of the accounts are in list-users-full.",
            positions = {"100", "60", "0"})
    public volatile int listedUsersPercent = 100;

    @Trouble(
            value = "So many percent of the connections are in dispatcher/list-active.",
            positions = {"100", "40", "0"})
    public volatile int listedConnectionsPercent = 100;

    @Trouble("A device that is asked to cancel a job goes on with it.")
    public volatile boolean cancelIgnored;

    @Trouble("Abandoning a job is answered well and does nothing.")
    public volatile boolean abandonIgnored;

    @Trouble("The server takes no stream: every one is refused.")
    public volatile boolean refuseStreams;

    @Trouble(
            value = "How often each frame is sent.",
            positions = {"1", "3"})
    public volatile int copiesOfEachFrame = 1;

    @Trouble("Frames go out in pairs, the later one first.")
    public volatile boolean swappedPairs;

    @Trouble("The stream stays open and says nothing; all of it is said when this ends.")
    public volatile boolean stalled;

    /** Whether this server is older than that release. */
    boolean before(int major, int minor, int patch) {
        return Release.of(version).compareTo(new Release(major, minor, patch)) < 0;
    }
}
