package com.eazybackup.simulator.browse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The Microsoft 365 organisation of one account: people, groups, teams and sites, as many of them
 * as its backup jobs count.
 *
 * @param domain for example larkspur.example
 */
public record Tenant(Seed seed, String domain, List<Member> members) {

    /** One of {@code MIXED_VIRTUAL_ACCOUNT_TYPE_}. */
    enum Kind {
        USER(1, 23),
        GROUP(2, 31),
        TEAM(3, 31),
        SITE(4, 24);

        private final int number;
        private final int services;

        Kind(int number, int services) {
            this.number = number;
            this.services = services;
        }
    }

    record Member(Kind kind, String id, String name, String address, boolean licensed) {}

    private static final int USERS = 46;
    private static final List<String> FIRST =
            List.of("Ada", "Björn", "Chloé", "Dmitri", "Esra", "Fatima", "Grace", "Hélène", "Ivo");
    private static final List<String> LAST =
            List.of("Abara", "Brandt", "Côté", "Dubois", "Engström", "O'Neill", "Suzuki", "Weiß");
    private static final List<String> GROUPS = List.of("All staff", "Sales", "Board");
    private static final List<String> TEAMS = List.of("Projects", "Support", "R&D");
    private static final List<String> SITES =
            List.of("Intranet", "Handbook", "Archive", "Customers", "Events", "Safety", "Press");

    /** The organisation behind that account. */
    public static Tenant of(String username) {
        Seed seed = Seed.of(username, "tenant");
        String domain = username.replaceAll("[^A-Za-z0-9-]", "-") + ".example";
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            String first = FIRST.get(i % FIRST.size());
            String last = LAST.get(i % LAST.size());
            members.add(
                    new Member(
                            Kind.USER,
                            seed.at(i).uuid(),
                            first + " " + last,
                            "user%02d@%s".formatted(i + 1, domain),
                            i % 9 != 8));
        }
        add(members, seed, domain, Kind.GROUP, GROUPS);
        add(members, seed, domain, Kind.TEAM, TEAMS);
        add(members, seed, domain, Kind.SITE, SITES);
        return new Tenant(seed, domain, List.copyOf(members));
    }

    private static void add(
            List<Member> members, Seed seed, String domain, Kind kind, List<String> names) {
        for (String name : names) {
            Seed own = seed.at(kind.name()).at(name);
            // A site's id has the host and two GUIDs in it.
            String id =
                    kind == Kind.SITE
                            ? domain + "," + own.uuid() + "," + own.at(1).uuid()
                            : own.uuid();
            String address = name.replaceAll("[^A-Za-z]", "-") + "@" + domain;
            members.add(new Member(kind, id, name, kind == Kind.SITE ? "" : address, true));
        }
    }

    /** Office365MixedVirtualAccount objects: everything that can be chosen for backup. */
    public List<ObjectNode> virtualAccounts() {
        return members.stream().map(this::virtualAccount).toList();
    }

    private ObjectNode virtualAccount(Member member) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", member.id())
                        .put("DisplayName", member.name())
                        .put("Type", member.kind().number)
                        .put("EnabledServiceOption", member.kind().services)
                        .put("ServiceOptions", 0)
                        .put("MemberServiceOptions", 0);
        if (member.kind() == Kind.USER) {
            node.put("hasLicense", member.licensed())
                    .put("JobTitle", "Clerk")
                    .put("Mail", member.address())
                    .put("UserPrincipalName", member.address())
                    .put("DefaultDriveID", "b!" + seed.at(member.id()).hex(40));
        } else {
            node.put("WebURL", "https://" + domain + "/sites/" + member.name().replace(" ", ""));
        }
        if (member.kind() == Kind.SITE) {
            node.put("SiteID", member.id().split(",")[1]).put("WebID", member.id().split(",")[2]);
        }
        if (member.kind() == Kind.GROUP || member.kind() == Kind.TEAM) {
            members.stream().limit(5).forEach(user -> node.withArray("Members").add(user.id()));
        }
        return node;
    }

    /** Office365ObjectInfo objects of the people. */
    public List<ObjectNode> accounts() {
        return objects(Kind.USER);
    }

    /** Office365ObjectInfo objects of the sites. */
    public List<ObjectNode> sites() {
        return objects(Kind.SITE);
    }

    private List<ObjectNode> objects(Kind kind) {
        return members.stream()
                .filter(member -> member.kind() == kind)
                .map(
                        member -> {
                            ObjectNode node =
                                    JsonNodeFactory.instance
                                            .objectNode()
                                            .put("GUID", member.id())
                                            .put("Name", member.name())
                                            .put("Type", kind == Kind.USER ? "user" : "site")
                                            .put("Value", member.address());
                            node.putArray("Members");
                            return node;
                        })
                .toList();
    }
}
