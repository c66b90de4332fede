package com.eazybackup.ingest;

/**
 * When codes that we do not know are worth an alert. Pure.
 *
 * <p>A server that is a little newer than our tables sends some, and they are stored and shown as
 * unknown; an alert is raised when more than 1 % of its frames hold one. It is closed when fewer
 * than 0.5 % do: between the two it stays as it is, so that a share that wavers about a limit
 * raises it once.
 *
 * <p>The frames are those of the last hour, and at least the last thousand. Soon after the start
 * there are fewer. Then what is missing counts as well understood: eleven unknown ones are more
 * than 1 % of a thousand whatever comes. And nothing is closed before there are a thousand: a
 * portal that was started a moment ago knows nothing that speaks against an open alert.
 */
public final class UnknownCodesRule {

    private static final int FRAMES = CodeWindow.FRAMES;
    private static final double RAISED_ABOVE = 0.01;
    private static final double CLOSED_BELOW = 0.005;

    private UnknownCodesRule() {}

    /** What is to be done about the alert. */
    public enum Verdict {
        RAISE,
        LEAVE,
        CLOSE
    }

    public static Verdict judge(IntakeStatus.Codes codes) {
        if (codes.unknown() > RAISED_ABOVE * Math.max(codes.frames(), FRAMES)) {
            return Verdict.RAISE;
        }
        boolean enough = codes.frames() >= FRAMES;
        return enough && codes.unknown() < CLOSED_BELOW * codes.frames()
                ? Verdict.CLOSE
                : Verdict.LEAVE;
    }
}
