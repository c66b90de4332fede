package com.eazybackup.simulator.comet;

/**
 * How the server behaves where no public source settles it, and how it misbehaves. Each field may
 * be changed at any time, from any thread, and holds for what happens afterwards. Defaults are the
 * likelier answer and no misbehaviour.
 */
public final class Switches {

    /** An error's HTTP status equals the Status in its body; else it is 200. */
    public volatile boolean errorsAsHttpStatus;

    /** Status of the answer to get-user-profile... of an account that does not exist. */
    public volatile int unknownUserStatus = 500;

    /** Status of the answer about a job that does not exist. */
    public volatile int unknownJobStatus = 404;

    /** What meta/version and the hello say. */
    public volatile String version = "25.9.8";

    /**
     * Before Comet 23.5: events without Actor, ResourceID, Timestamp, TypeString; no 4702, 4703.
     */
    public volatile boolean oldServer;

    /** Whether events that are not about devices have a ResourceID. */
    public volatile boolean resourceIdOnEveryEvent = true;

    /** Each administrator's password call is told to the stream (4153), as real servers do. */
    public volatile boolean streamsAdminLogins;

    /** Empty lists and maps come as null, as Go servers send them. */
    public volatile boolean nullForEmpty;

    /** Every object has a field that nobody has heard of. */
    public volatile boolean unknownFields;

    /** CreateTime is a thousandth of the seconds, as on very old records. */
    public volatile boolean createTimeInKiloseconds;

    /** Bodies end in the middle. */
    public volatile boolean truncatedBodies;

    /** What the stream says to wrong credentials. */
    public volatile String refusalText = "403 Forbidden";

    /** How the stream closes after a refusal. */
    public volatile int refusalCloseCode = 1008;

    /** The server takes no stream at all: every one is refused. */
    public volatile boolean refuseStreams;

    /** How often each frame is sent. */
    public volatile int copiesOfEachFrame = 1;

    /** Frames go out in pairs, the later one first. */
    public volatile boolean swappedPairs;

    /** The stream stays open and says nothing; what happens meanwhile is said when this ends. */
    public volatile boolean stalled;
}
