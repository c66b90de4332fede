package com.eazybackup.simulator.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Snapshots of a Microsoft 365 organisation: a folder for each person and each site. */
final class Mailboxes {

    private static final long HOUR = 3_600;
    private static final List<String> SUBJECTS =
            List.of(
                    "Minutes of Monday",
                    "Offer 2026-114",
                    "Re: delivery",
                    "Your invoice",
                    "Urlaub im März?",
                    "<b>Sale</b> & more",
                    "Out of office",
                    "New number");

    private final Tenant tenant;
    private final Papers papers;

    Mailboxes(Tenant tenant, long moment) {
        this.tenant = tenant;
        this.papers = new Papers("file", "dir", moment);
    }

    List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        for (Tenant.Member member : tenant.members()) {
            Seed seed = tenant.seed().at(member.id());
            if (member.kind() == Tenant.Kind.SITE) {
                entries.add(folder(member.id(), "mssite", () -> site(seed)).titled(member.name()));
            } else {
                entries.add(
                        folder(member.address(), "dir", () -> person(member, seed))
                                .titled(member.name()));
            }
        }
        return entries;
    }

    private List<Entry> person(Tenant.Member member, Seed seed) {
        return List.of(
                folder("Inbox", "mailfolder", () -> mails(member, seed.at("Inbox"))),
                folder("Sent Items", "mailfolder", () -> mails(member, seed.at("Sent"))),
                folder("Calendar", "calendar", () -> appointments(seed.at("Calendar"))),
                folder("Contacts", "contactfolder", () -> contacts(seed.at("Contacts"))),
                papers.folder("OneDrive", seed, 4));
    }

    private List<Entry> mails(Tenant.Member owner, Seed seed) {
        List<Entry> mails = new ArrayList<>();
        int count = (int) seed.between(20, 180);
        for (int i = 0; i < count; i++) {
            Seed own = seed.at(i);
            Tenant.Member other = own.at("other").from(tenant.members().subList(0, 40));
            long received = papers.moment() - (i + 1) * own.at("gap").between(HOUR, 9 * HOUR);
            mails.add(
                    Entry.file(
                                    own.hex(32) + ".eml",
                                    "emailmessage",
                                    received,
                                    own.between(2_000, 900_000))
                            .titled(own.at("subject").from(SUBJECTS))
                            .with(
                                    node ->
                                            node.put("itemClass", "IPM.Note")
                                                    .put("from", other.address())
                                                    .put("to", owner.address())
                                                    .put("rtime", received)
                                                    .put("has_attachments", own.oneIn(4))));
        }
        return mails;
    }

    private List<Entry> appointments(Seed seed) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < seed.between(5, 40); i++) {
            Seed own = seed.at(i);
            long start = papers.moment() + own.between(-4_000, 2_000) * HOUR;
            entries.add(
                    Entry.file(own.hex(32), "calendarevent", papers.moment(), 900)
                            .titled("Meeting " + (i + 1))
                            .with(node -> node.put("stime", start).put("etime", start + HOUR)));
        }
        return entries;
    }

    private List<Entry> contacts(Seed seed) {
        return tenant.members().stream()
                .limit(seed.between(3, 30))
                .map(
                        member ->
                                Entry.file(
                                                seed.at(member.id()).hex(32),
                                                "contact",
                                                papers.moment(),
                                                400)
                                        .titled(member.name()))
                .toList();
    }

    private List<Entry> site(Seed seed) {
        return List.of(
                folder(
                        "Documents",
                        "mssitelistdriveentity",
                        () -> papers.in(seed.at("Documents"), 3)),
                folder(
                        "Tasks",
                        "mssitelistentity",
                        () ->
                                List.of(
                                        Entry.file(
                                                        seed.hex(16),
                                                        "mssiteitementity",
                                                        papers.moment(),
                                                        700)
                                                .titled("Ask for the key"))));
    }

    private Entry folder(String name, String type, Supplier<List<Entry>> inside) {
        return Entry.folder(name, type, papers.moment(), inside);
    }
}
