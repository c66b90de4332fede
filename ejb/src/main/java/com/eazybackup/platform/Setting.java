package com.eazybackup.platform;

import java.util.Optional;

/**
 * Every environment variable that configures the portal, with its default, unit and meaning. The
 * table in the README is made from this list. Variables of one Comet Server are in {@link
 * ProfileSetting}.
 */
public enum Setting {
    EB_HTTP_PORT(Kind.PORT, "8080", "Port of the portal and its API."),
    EB_MANAGEMENT_PORT(
            Kind.PORT, "9990", "Port of WildFly's management, health and metrics, on loopback."),
    EB_DB_URL(
            Kind.JDBC_URL,
            null,
            "JDBC address of the MySQL or MariaDB database, such as jdbc:mysql://db:3306/whmcs."),
    DB_USER(Kind.TEXT, null, "Database user."),
    DB_PASS(Kind.SECRET, null, "Its password."),
    COMET_PROFILES(
            Kind.NAMES,
            null,
            "Names of the Comet Servers, comma-separated. Each is also the name of a WHMCS server group."),
    EB_WHMCS_API_URL(
            Kind.HTTP_URL,
            null,
            "WHMCS's API, such as https://billing.example.com/includes/api.php."),
    EB_WHMCS_API_IDENTIFIER(Kind.TEXT, null, "Identifier of the WHMCS API credentials."),
    EB_WHMCS_API_SECRET(Kind.SECRET, null, "Secret of the WHMCS API credentials."),
    EB_WHMCS_API_ACCESSKEY(
            Kind.OPTIONAL_SECRET,
            "",
            "WHMCS API access key, where calls are not limited by address."),
    EB_EXCLUDED_PRODUCT_GROUPS(
            Kind.NUMBERS, "2,11", "WHMCS product groups whose services are not shown."),
    EB_ADMIN_EMAIL(Kind.OPTIONAL_TEXT, "", "E-mail of the first admin; used while there is none."),
    EB_ADMIN_PASSWORD(
            Kind.OPTIONAL_SECRET,
            "",
            "Password of the first admin, at least 12 characters; stored as a hash."),
    EB_WS_AUTH_TIMEOUT(
            Kind.SECONDS, "30", "How long a Comet Server may take to answer the sign-in."),
    EB_WS_IDLE_TIMEOUT(
            Kind.SECONDS, "300", "After this silence a stream is closed and opened again."),
    EB_WS_HEALTH_TIMEOUT(
            Kind.SECONDS,
            "60",
            "How long after the sign-in the first event may take before the stream counts as unhealthy."),
    EB_WS_IDLE_ALERT_AFTER(
            Kind.COUNT, "2", "How many connections in a row must go silent until it is reported."),
    EB_WS_QUEUE(Kind.COUNT, "10000", "Frames that may wait to be written, per Comet Server."),
    EB_WS_QUEUE_MB(
            Kind.COUNT,
            "64",
            "Millions of characters (of 1,048,576) that may wait to be written, per Comet Server."),
    EB_WS_BATCH(Kind.COUNT, "500", "Frames written in one transaction at most."),
    EB_WS_PROGRESS_SECONDS(
            Kind.SECONDS_OR_OFF,
            "10",
            "How often the progress of running jobs is read; 0 turns it off."),
    EB_WS_DEBUG(Kind.SWITCH, "0", "1 logs frames and decisions, without secrets."),
    EB_DB_DEBUG(Kind.SWITCH, "0", "1 logs what each batch wrote."),
    EB_WHMCS_USER_CACHE_TTL(
            Kind.SECONDS_FROM_60,
            "300",
            "How long a resolved Comet user name is remembered; at least 60."),
    EB_CURSOR_FLUSH_SECONDS(
            Kind.SECONDS_FROM_5, "30", "How often the event cursor is written, at least 5."),
    EB_PULSE_POLL_MS(
            Kind.MILLISECONDS,
            "250",
            "How often a node looks for changes that another node wrote."),
    EB_CHANGES_KEEP_MINUTES(
            Kind.COUNT, "60", "How long the change feed is kept for viewers that reconnect."),
    EB_SESSION_MINUTES(Kind.COUNT, "30", "Idle minutes after which a session ends."),
    EB_COOKIE_SECURE(
            Kind.SWITCH,
            "0",
            "1 marks the session cookie as for HTTPS only. Set it in production."),
    EB_BRAND_NAME(Kind.TEXT, "eazyBackup", "Name of the product on every page."),
    EB_BRAND_LOGO(
            Kind.IMAGE_ADDRESS,
            "",
            "Address of a logo: a path of the portal's own host, or https. An SVG, PNG, JPEG, WebP, AVIF or GIF."),
    EB_BRAND_ACCENT(Kind.COLOUR, "", "Accent colour such as #0284c7; the design's own when empty.");

    /** What a value must look like. */
    enum Kind {
        TEXT,
        OPTIONAL_TEXT,
        SECRET,
        OPTIONAL_SECRET,
        PORT,
        COUNT,
        SECONDS,
        SECONDS_FROM_5,
        SECONDS_FROM_60,
        SECONDS_OR_OFF,
        MILLISECONDS,
        SWITCH,
        HTTP_URL,
        JDBC_URL,
        NAMES,
        NUMBERS,
        IMAGE_ADDRESS,
        COLOUR;

        boolean secret() {
            return this == SECRET || this == OPTIONAL_SECRET;
        }
    }

    private final Kind kind;
    private final String byDefault;
    private final String meaning;

    Setting(Kind kind, String byDefault, String meaning) {
        this.kind = kind;
        this.byDefault = byDefault;
        this.meaning = meaning;
    }

    Kind kind() {
        return kind;
    }

    /**
     * @return empty when the variable must be set
     */
    Optional<String> byDefault() {
        return Optional.ofNullable(byDefault);
    }

    /**
     * @return one sentence for the operator
     */
    public String meaning() {
        return meaning;
    }

    /**
     * @return whether the value may come from the file that {@code <NAME>_FILE} names
     */
    public boolean secret() {
        return kind.secret();
    }
}
