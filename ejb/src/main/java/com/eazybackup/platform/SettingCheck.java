package com.eazybackup.platform;

import com.eazybackup.platform.Setting.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for single values, and the sentences for those that break them. */
final class SettingCheck {

    private static final int SHORTEST_ADMIN_PASSWORD = 12;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Set<Kind> MAY_BE_EMPTY =
            Set.of(Kind.OPTIONAL_TEXT, Kind.OPTIONAL_SECRET, Kind.IMAGE_ADDRESS, Kind.COLOUR);

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
            case SECONDS -> range(value, 1, 86_400, "must be seconds from 1 to 86400");
            case SECONDS_FROM_5 -> range(value, 5, 86_400, "must be seconds from 5 to 86400");
            case SECONDS_FROM_60 -> range(value, 60, 86_400, "must be seconds from 60 to 86400");
            case SECONDS_OR_OFF -> range(value, 0, 86_400, "must be seconds from 0 to 86400");
            case MILLISECONDS -> range(value, 10, 60_000, "must be milliseconds from 10 to 60000");
            case SWITCH -> unless(value.equals("0") || value.equals("1"), "must be 0 or 1");
            case HTTP_URL ->
                    unless(address(value, "http", "https"), "must be an http or https address");
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
            case IMAGE_ADDRESS ->
                    unless(
                            ImageAddress.good(value),
                            "must be a path or an https address that ends in .svg, .png, .jpg, .jpeg, .webp, .avif or .gif");
            case COLOUR -> unless(COLOUR.matcher(value).matches(), "must be a colour like #0284c7");
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
