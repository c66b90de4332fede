package com.eazybackup.platform;

import com.eazybackup.platform.Setting.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for single values, and the sentences for those that break them. */
final class SettingCheck {

    private static final int SHORTEST_ADMIN_PASSWORD = 12;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern OPTION_USE =
            Pattern.compile(
                    "\\d{1,9}=(storage|devices|servers|disk-image|m365-accounts|hyper-v|proxmox|vmware)");
    private static final String OFF = "off";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern CLAIM = Pattern.compile("[A-Za-z0-9_.:/-]{1,128}");
    private static final Set<Kind> MAY_BE_EMPTY =
            Set.of(
                    Kind.OPTIONAL_TEXT,
                    Kind.OPTIONAL_SECRET,
                    Kind.IMAGE_ADDRESS,
                    Kind.COLOUR,
                    Kind.ADDRESSES,
                    Kind.PROXIES,
                    Kind.KEY,
                    Kind.PUBLIC_URL,
                    Kind.PROVIDER_URL,
                    Kind.MAIL_ADDRESS,
                    Kind.MAIL_ADDRESSES);

    private SettingCheck() {}

    /**
     * @return the value to use; empty when there is none to be had, which has been complained about
     */
    static Optional<String> read(Environment environment, Setting setting) {
        String name = setting.name();
        Optional<String> given =
                setting.secret() ? environment.secret(name) : environment.plain(name);
        Optional<String> value = given.or(setting::byDefault);
        if (value.isEmpty()) {
            environment.complain(name + " is not set: " + setting.meaning());
            return value;
        }
        problem(setting, value.get())
                .ifPresent(
                        why ->
                                environment.complain(
                                        name + " " + why + shown(setting, value.get())));
        return value;
    }

    static void together(Environment environment, Map<Setting, String> values) {
        provider(environment, values);
        String email = values.getOrDefault(Setting.EB_ADMIN_EMAIL, "");
        String password = values.getOrDefault(Setting.EB_ADMIN_PASSWORD, "");
        if (email.isEmpty() != password.isEmpty()) {
            environment.complain(
                    "EB_ADMIN_EMAIL and EB_ADMIN_PASSWORD go together: set both or none.");
        }
        if (!password.isEmpty() && password.length() < SHORTEST_ADMIN_PASSWORD) {
            environment.complain(
                    "EB_ADMIN_PASSWORD needs at least " + SHORTEST_ADMIN_PASSWORD + " characters.");
        }
        int kept = number(values, Setting.EB_JOBS_KEEP_DAYS);
        if (kept > 0 && kept <= number(values, Setting.EB_SYNC_JOB_DAYS)) {
            environment.complain(
                    "EB_JOBS_KEEP_DAYS must be more than EB_SYNC_JOB_DAYS: each night would bring back what each night deletes.");
        }
        if (!values.getOrDefault(Setting.EB_MAIL_HOST, "").isEmpty()
                && values.getOrDefault(Setting.EB_MAIL_FROM, "").isEmpty()) {
            environment.complain("EB_MAIL_FROM is not set: EB_MAIL_HOST needs it.");
        }
        if ("1".equals(values.get(Setting.EB_ADMIN_TOTP_REQUIRED))
                && values.getOrDefault(Setting.EB_SECRET_KEY, "").isEmpty()) {
            environment.complain(
                    "EB_ADMIN_TOTP_REQUIRED is 1 without EB_SECRET_KEY: no administrator could set up a second factor.");
        }
    }

    /**
     * @return 0 for what is no number, which has been complained about
     */
    private static int number(Map<Setting, String> values, Setting setting) {
        String value = values.getOrDefault(setting, "");
        return value.matches("\\d{1,8}") ? Integer.parseInt(value) : 0;
    }

    private static void provider(Environment environment, Map<Setting, String> values) {
        boolean on = !values.getOrDefault(Setting.EB_OIDC_ISSUER, "").isEmpty();
        for (Setting needed :
                new Setting[] {
                    Setting.EB_OIDC_CLIENT_ID, Setting.EB_OIDC_CLIENT_SECRET, Setting.EB_PUBLIC_URL
                }) {
            if (on && values.getOrDefault(needed, "").isEmpty()) {
                environment.complain(needed + " is not set: EB_OIDC_ISSUER needs it.");
            }
        }
        if (!on && "1".equals(values.get(Setting.EB_OIDC_ONLY))) {
            environment.complain(
                    "EB_OIDC_ONLY is 1 without EB_OIDC_ISSUER: no customer could sign in.");
        }
        if (on
                && !"email".equals(values.get(Setting.EB_OIDC_MATCH))
                && !"1".equals(values.get(Setting.EB_OIDC_TRUST_EMAIL))) {
            environment.complain(
                    "EB_OIDC_MATCH names another claim than email, which nobody says to be verified: EB_OIDC_TRUST_EMAIL must be 1.");
        }
    }

    private static String shown(Setting setting, String value) {
        return setting.secret() ? "." : ", not \"" + value + "\".";
    }

    private static Optional<String> problem(Setting setting, String value) {
        Kind kind = setting.kind();
        if (value.isEmpty()) {
            return MAY_BE_EMPTY.contains(kind)
                    ? Optional.empty()
                    : Optional.of("must not be empty");
        }
        return switch (kind) {
            case TEXT, OPTIONAL_TEXT, SECRET, OPTIONAL_SECRET -> Optional.empty();
            case PORT -> range(value, 1, 65_535, "must be a port from 1 to 65535");
            case COUNT -> range(value, 1, 10_000_000, "must be a whole number above 0");
            case COUNT_TO_100 -> range(value, 1, 100, "must be a whole number from 1 to 100");
            case SECONDS -> range(value, 1, 86_400, "must be seconds from 1 to 86400");
            case SECONDS_FROM_5 -> range(value, 5, 86_400, "must be seconds from 5 to 86400");
            case SECONDS_FROM_60 -> range(value, 60, 86_400, "must be seconds from 60 to 86400");
            case SECONDS_FROM_3600 ->
                    range(value, 3_600, 2_592_000, "must be seconds from 3600 to 2592000");
            case SECONDS_OR_OFF -> range(value, 0, 86_400, "must be seconds from 0 to 86400");
            case MILLISECONDS -> range(value, 10, 60_000, "must be milliseconds from 10 to 60000");
            case PATIENCE_MS ->
                    range(value, 1000, 3_600_000, "must be milliseconds from 1000 to 3600000");
            case SWITCH -> unless(value.equals("0") || value.equals("1"), "must be 0 or 1");
            case MONITOR_MODE ->
                    unless(
                            Set.of("off", "audit", "enforce").contains(value),
                            "must be off, audit or enforce");
            case HTTP_URL ->
                    unless(address(value, "http", "https"), "must be an http or https address");
            case PUBLIC_URL ->
                    unless(
                            address(value, "http", "https") && value.matches("[^/]+//[^/?#@]+/?"),
                            "must be an http or https address without a path");
            case PROVIDER_URL ->
                    unless(
                            address(value, "https") || onThisMachine(value),
                            "must be an https address (http on this machine alone)");
            case CLAIM -> unless(CLAIM.matcher(value).matches(), "must be the name of a claim");
            case MAIL_TLS ->
                    unless(
                            Set.of("starttls", "tls", "none").contains(value),
                            "must be starttls, tls or none");
            case MAIL_ADDRESS ->
                    unless(MailAddress.good(value), "must be an address such as name@example.com");
            case MAIL_ADDRESSES ->
                    unless(
                            Settings.names(value).stream().allMatch(MailAddress::good),
                            "must be addresses such as name@example.com, separated by commas");
            case JDBC_URL ->
                    unless(
                            value.startsWith("jdbc:mysql://"),
                            "must start with jdbc:mysql:// (it serves MariaDB, too)");
            case NAMES ->
                    unless(
                            !Settings.names(value).isEmpty()
                                    && Settings.names(value).stream()
                                            .allMatch(n -> NAME.matcher(n).matches()),
                            "must be names of letters, digits and _, separated by commas");
            case NUMBERS ->
                    unless(
                            Settings.names(value).stream().allMatch(n -> n.matches("\\d{1,9}")),
                            "must be numbers separated by commas");
            case OPTION_USES ->
                    unless(
                            Settings.names(value).stream()
                                    .allMatch(n -> OPTION_USE.matcher(n).matches()),
                            "must be such as 67=storage,88=devices, of storage, devices, servers, disk-image, m365-accounts, hyper-v, proxmox and vmware");
            case IMAGE_ADDRESS ->
                    unless(
                            ImageAddress.good(value),
                            "must be a path or an https address that ends in .svg, .png, .jpg, .jpeg, .webp, .avif or .gif");
            case COLOUR -> unless(COLOUR.matcher(value).matches(), "must be a colour like #0284c7");
            case DAYS_OR_OFF -> range(value, 0, 3_650, "must be days from 0 to 3650");
            case ZONE ->
                    unless(
                            ZoneId.getAvailableZoneIds().contains(value),
                            "must be a time zone such as UTC or America/Toronto");
            case TIME_OR_OFF ->
                    unless(
                            value.equals(OFF) || TIME.matcher(value).matches(),
                            "must be a time from 00:00 to 23:59, or off");
            case MINUTE_OR_OFF ->
                    value.equals(OFF)
                            ? Optional.empty()
                            : range(value, 0, 59, "must be a minute from 0 to 59, or off");
            case PERCENT -> range(value, 0, 100, "must be per cent from 0 to 100");
            case ADDRESSES ->
                    unless(
                            OutgoingAddresses.good(value),
                            "must be hosts, IP addresses or ranges like 10.1.0.0/16, separated by commas");
            case PROXIES ->
                    unless(
                            ReverseProxies.good(value),
                            "must be IP addresses or ranges like 10.1.0.0/16, separated by commas");
            case KEY ->
                    unless(
                            SecretKeyText.of(value).isPresent(),
                            "must be base64 of exactly 32 bytes (openssl rand -base64 32)");
        };
    }

    private static Optional<String> unless(boolean good, String why) {
        return good ? Optional.empty() : Optional.of(why);
    }

    private static Optional<String> range(String value, int least, int most, String why) {
        if (!value.matches("\\d{1,8}")) {
            return Optional.of(why);
        }
        int number = Integer.parseInt(value);
        return unless(number >= least && number <= most, why);
    }

    private static boolean onThisMachine(String value) {
        return address(value, "http")
                && Set.of("127.0.0.1", "localhost", "[::1]").contains(URI.create(value).getHost());
    }

    /**
     * @return whether the text is an absolute address of one of the schemes, with a host
     */
    static boolean address(String value, String... schemes) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null && Set.of(schemes).contains(uri.getScheme());
        } catch (URISyntaxException e) {
            return false; // the caller has the sentence for it
        }
    }
}
