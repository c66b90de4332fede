package com.eazybackup.simulator.control;

import com.eazybackup.simulator.comet.Flood;
import com.eazybackup.simulator.comet.Poison;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.http.Fault;
import com.eazybackup.simulator.switches.SwitchBoard;
import java.util.Arrays;
import java.util.Locale;

/** How the server behaves: its stream, its faults, its switches, its clock. */
final class ServerActs {

    private static final int SERVICE_RESTART = 1012;

    private final SimulatedCometServer server;
    private final SwitchBoard board;

    ServerActs(SimulatedCometServer server, SwitchBoard board) {
        this.server = server;
        this.board = board;
    }

    void register(ActList acts) {
        registerStream(acts);
        registerFaults(acts);
        acts.add(
                "set-switch",
                "name value",
                "Sets one of the switches that state lists.",
                (order, answer) -> board.named(order.text("name")).set(order.text("value")));
        acts.add(
                "forget-sessions",
                "",
                "Session keys given out so far are worth nothing any more.",
                (order, answer) -> server.forgetSessions());
        acts.add(
                "restart",
                "version?",
                "The server restarts, perhaps as another version: streams and sessions end.",
                (order, answer) -> {
                    if (order.has("version")) {
                        board.named("version").set(order.text("version"));
                    }
                    server.restart();
                });
        acts.add(
                "pause",
                "",
                "Nothing happens by itself any more; running jobs stay as they are.",
                (order, answer) -> server.clockwork().pause());
        acts.add(
                "resume",
                "",
                "Things happen by themselves again.",
                (order, answer) -> server.clockwork().resume());
        acts.add(
                "heal",
                "",
                "No fault, every switch as at the beginning, the stream open, time going on.",
                (order, answer) -> heal());
    }

    private void heal() {
        server.faults().clear();
        board.reset();
        server.stream().killAfter(Integer.MAX_VALUE);
        server.stream().thaw();
        server.stream().unstall();
        server.clockwork().resume();
    }

    private void registerStream(ActList acts) {
        acts.add(
                "kill-streams",
                "",
                "Every stream's connection ends without a word.",
                (order, answer) -> server.stream().killAll());
        acts.add(
                "close-streams",
                "code? reason?",
                "Every stream is closed in good order.",
                (order, answer) ->
                        server.stream()
                                .closeAll(
                                        order.number("code", SERVICE_RESTART),
                                        order.text("reason")));
        acts.add(
                "kill-after",
                "frames",
                "The streams' connections end as soon as so many more frames were sent.",
                (order, answer) -> server.stream().killAfter((int) order.number("frames")));
        acts.add(
                "stall",
                "",
                "The streams say nothing; what happens meanwhile is said later.",
                (order, answer) -> server.stream().stall());
        acts.add(
                "unstall",
                "",
                "The streams say what was held back, and go on.",
                (order, answer) -> server.stream().unstall());
        acts.add(
                "freeze",
                "",
                "Connections of now stay open and are dead, pings too; new ones are served.",
                (order, answer) -> server.stream().freeze());
        acts.add(
                "thaw", "", "Frozen connections go on.", (order, answer) -> server.stream().thaw());
        acts.add(
                "flood",
                "pairs first? at_once? per_second?",
                "So many numbered backups begin and end, at_once of them at a time; without"
                        + " per_second as fast as it goes. Ends when all is sent.",
                (order, answer) -> flood(order));
        acts.add(
                "raw-frame",
                "text",
                "Any text goes to every listener.",
                (order, answer) -> server.stream().sendRaw(order.text("text")));
        acts.add(
                "poison",
                "kind",
                "A malformed frame goes to every listener: one of " + names(Poison.values()),
                (order, answer) -> server.stream().poison(named(Poison.class, order.text("kind"))));
    }

    private void flood(Order order) {
        int pairs = order.number("pairs", 1);
        server.flood(order.number("first"), pairs, order.number("at_once", 1))
                .send(order.number("per_second", 0), Flood.Sent.NOBODY);
    }

    private void registerFaults(ActList acts) {
        acts.add(
                "add-fault",
                "kind path? every? times? value?",
                "Requests below the path (each n-th; so many times) suffer one of "
                        + names(Fault.Kind.values()),
                (order, answer) -> server.faults().add(fault(order)));
        acts.add(
                "remove-faults",
                "kind? path?",
                "Takes faults away: all, of one kind, of one path.",
                (order, answer) ->
                        server.faults()
                                .remove(
                                        fault ->
                                                (!order.has("kind") || fault.kind() == kind(order))
                                                        && (!order.has("path")
                                                                || fault.path()
                                                                        .equals(
                                                                                order.text(
                                                                                        "path")))));
    }

    private static Fault fault(Order order) {
        Fault.Kind kind = kind(order);
        return new Fault(
                kind,
                order.text("path"),
                order.number("every", 1),
                order.number("times", 0),
                order.number("value", kind.usualValue()));
    }

    private static Fault.Kind kind(Order order) {
        return named(Fault.Kind.class, order.text("kind"));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "No "
                                                + name
                                                + "; there are "
                                                + names(type.getEnumConstants())));
    }

    private static String names(Enum<?>... values) {
        return String.join(", ", Arrays.stream(values).map(Enum::name).toList());
    }
}
