package com.eazybackup.simulator.whmcs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Holds what would have left by e-mail, the latest thousand. */
final class Mailbox {

    private static final int MOST = 1_000;

    private final Deque<SentMail> sent = new ArrayDeque<>();

    synchronized void add(SentMail mail) {
        sent.addLast(mail);
        if (sent.size() > MOST) {
            sent.removeFirst();
        }
    }

    synchronized List<SentMail> sent() {
        return List.copyOf(sent);
    }

    synchronized void clear() {
        sent.clear();
    }
}
