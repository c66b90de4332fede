package com.eazybackup.simulator.mail;

import java.util.List;

/** The mails as a page, the newest first; everything in them is text. */
final class MailPage {

    private MailPage() {}

    static String of(List<ReceivedMail> mails) {
        StringBuilder page =
                new StringBuilder(
                        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Mails</title><h1>Mails</h1>");
        if (mails.isEmpty()) {
            page.append("<p>None came yet.</p>");
        }
        for (int i = mails.size() - 1; i >= 0; i--) {
            ReceivedMail mail = mails.get(i);
            page.append("<hr><h2>").append(text(mail.subject())).append("</h2><p>To ");
            page.append(text(String.join(", ", mail.recipients()))).append("</p><pre>");
            page.append(text(mail.text())).append("</pre>");
        }
        return page.append("</html>").toString();
    }

    private static String text(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
