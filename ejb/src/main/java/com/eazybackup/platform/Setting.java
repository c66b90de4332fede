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
    EB_DB_ANSWER_MS(
            Kind.PATIENCE_MS,
            "7000",
            "How long a page or a call of the API waits for an answer of the database until it says that there is none."),
    EB_DB_WORK_MS(
            Kind.PATIENCE_MS,
            "60000",
            "The same for what nobody waits for: what the streams write, jobs, and migrations at the start."),
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
    EB_M365_PRODUCTS(
            Kind.NUMBERS,
            "52,57",
            "WHMCS products for Microsoft 365, whose vaults the provider looks after: they are shown as locked."),
    EB_QUANTITY_OPTION_TYPES(
            Kind.NUMBERS,
            "3,4",
            "WHMCS types of configurable options (1 drop-down, 2 radio, 3 yes or no, 4 quantity) whose price is for one and multiplied by the quantity."),
    EB_OPTION_USES(
            Kind.OPTION_USES,
            "67=storage,88=devices,91=disk-image,60=m365-accounts,97=hyper-v,102=proxmox,99=vmware,89=servers",
            "What configurable options are bought for, so that what is billed is held against what is used: storage, devices, servers, disk-image, m365-accounts, hyper-v, proxmox or vmware."),
    EB_DISCOUNT_FLOOR_PERCENT(
            Kind.PERCENT,
            "50",
            "A discount below so many per cent of the list price is told of; it is saved all the same."),
    EB_ADMIN_EMAIL(Kind.OPTIONAL_TEXT, "", "E-mail of the first admin; used while there is none."),
    EB_ADMIN_PASSWORD(
            Kind.OPTIONAL_SECRET,
            "",
            "Password of the first admin, at least 12 characters; stored as a hash, and to be changed at the first sign-in."),
    EB_ADMIN_TOTP_REQUIRED(
            Kind.SWITCH,
            "0",
            "1 lets an administrator without a second factor do nothing but set one up; needs EB_SECRET_KEY."),
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
    EB_HEARTBEAT_INTERVAL(
            Kind.SECONDS_FROM_5,
            "60",
            "How often each Comet Server is asked which devices are connected, at least 5."),
    EB_DEVICE_OFFLINE_STRIKES(
            Kind.COUNT_TO_100,
            "2",
            "How many times in a row a device must be missing there until it is offline."),
    EB_INTERRUPTED_GRACE_SECS(
            Kind.SECONDS,
            "300",
            "How long a device may be offline until its running jobs are shown as interrupted."),
    EB_OVERDUE_TOLERANCE(
            Kind.SECONDS,
            "7200",
            "How late a good backup that the schedules promise an item may be until the item and its device are shown as overdue."),
    EB_MON_MODE(
            Kind.MONITOR_MODE,
            "enforce",
            "What is done about jobs that have stalled: enforce, audit (only told) or off."),
    EB_MON_INTERVAL_SECS(
            Kind.SECONDS_FROM_60, "300", "How often they are looked for, at least 60."),
    EB_MON_STALE_SECS(
            Kind.SECONDS_FROM_60,
            "3600",
            "How long a job must be without progress or sign of life to count as stalled, at least 60."),
    EB_MON_RECHECK_SECS(
            Kind.SECONDS,
            "300",
            "How long a job that was looked at is left alone; after each further attempt twice as long."),
    EB_MON_MAX_ATTEMPTS(
            Kind.COUNT_TO_100,
            "3",
            "How often it is tried to cancel or abandon a job until it is left alone for long."),
    EB_MON_BATCH_LIMIT(Kind.COUNT, "200", "Jobs that are looked at in one run, per Comet Server."),
    EB_MON_ACTION_LIMIT(
            Kind.COUNT,
            "25",
            "Calls that cancel or abandon a job in one run at most, per Comet Server."),
    EB_MON_RETRY_COOLDOWN(
            Kind.SECONDS_FROM_3600,
            "86400",
            "Seconds that a job is left alone after the last attempt, at least 3600."),
    EB_MON_OFFLINE_CLEANUP_SECS(
            Kind.SECONDS_FROM_60,
            "3600",
            "After so long offline, a device's jobs count as stalled if they show no progress since; at least 60."),
    EB_MON_DRY_RUN(Kind.SWITCH, "0", "1 reads and tells what would be done, and changes nothing."),
    EB_MON_VERBOSE(Kind.SWITCH, "0", "1 logs each job that is looked at."),
    EB_PULSE_POLL_MS(
            Kind.MILLISECONDS,
            "250",
            "How often a node looks for changes that another node wrote."),
    EB_CHANGES_KEEP_MINUTES(
            Kind.COUNT, "60", "How long the change feed is kept for viewers that reconnect."),
    EB_TIME_ZONE(
            Kind.ZONE,
            "UTC",
            "Time zone of the nightly times and of the days in the daily figures, such as America/Toronto."),
    EB_SYNC_AT(
            Kind.TIME_OR_OFF,
            "00:30",
            "When the nightly sync holds the tables against the Comet Servers; off for never."),
    EB_SYNC_JOB_DAYS(Kind.COUNT, "14", "How many days of jobs the nightly sync reads."),
    EB_SYNC_DROP_PERCENT(
            Kind.PERCENT,
            "10",
            "When more than so many per cent of a Comet Server's known accounts are missing in its list, none is removed until an operator says so."),
    EB_DEVICES_DAILY_AT(
            Kind.TIME_OR_OFF, "02:05", "When the day's devices are counted; off for never."),
    EB_DEVICES_CLIENT_DAILY_AT(
            Kind.TIME_OR_OFF,
            "02:07",
            "When the day's devices of each client are counted; off for never."),
    EB_ITEMS_DAILY_AT(
            Kind.TIME_OR_OFF,
            "02:10",
            "When the day's protected items are counted; off for never."),
    EB_STORAGE_MINUTE(
            Kind.MINUTE_OR_OFF,
            "5",
            "Minute of each hour in which storage is measured, for the day's maximum; off for never."),
    EB_HOUSEKEEPING_AT(
            Kind.TIME_OR_OFF, "03:30", "When what is no longer needed is deleted; off for never."),
    EB_JOBS_KEEP_DAYS(
            Kind.DAYS_OR_OFF,
            "365",
            "How many days ended jobs are kept, more than EB_SYNC_JOB_DAYS; 0 keeps them for ever."),
    EB_AUDIT_KEEP_DAYS(
            Kind.DAYS_OR_OFF, "730", "How many days the audit trail is kept; 0 keeps it for ever."),
    EB_SESSION_MINUTES(Kind.COUNT, "30", "Idle minutes after which a session ends."),
    EB_SESSION_HOURS(Kind.COUNT, "12", "Hours after which a session ends, however busy it is."),
    EB_VIEW_AS_MINUTES(
            Kind.COUNT,
            "60",
            "Minutes after which an administrator's look at a client's portal ends by itself."),
    EB_COOKIE_SECURE(
            Kind.SWITCH,
            "0",
            "1 marks the session cookie as for HTTPS only. Set it in production."),
    EB_HSTS_DAYS(
            Kind.DAYS_OR_OFF,
            "365",
            "How long browsers shall come over HTTPS alone, where EB_COOKIE_SECURE is 1; 0 says nothing about it."),
    EB_PROXY(
            Kind.PROXIES,
            "",
            "Addresses and ranges (10.1.0.0/16) of the reverse proxies in front, comma-separated. From them alone X-Forwarded-For and X-Forwarded-Proto are believed."),
    EB_OUTGOING_ALLOW(
            Kind.ADDRESSES,
            "",
            "Hosts, addresses and ranges (10.1.0.0/16) of an internal network that addresses in WHMCS's tables may name, comma-separated."),
    EB_SECRET_KEY(
            Kind.KEY,
            "",
            "Key that secrets in the database are encrypted with: base64 of 32 random bytes (openssl rand -base64 32)."),
    EB_SECRET_KEY_OLD(
            Kind.KEY, "", "The key before, while what it encrypted is not yet encrypted anew."),
    EB_PUBLIC_URL(
            Kind.PUBLIC_URL,
            "",
            "Address at which people reach the portal, such as https://portal.example.com."),
    EB_OIDC_ISSUER(
            Kind.PROVIDER_URL,
            "",
            "Issuer of the OpenID provider that customers may sign in with, exactly as its tokens name it; empty for none."),
    EB_OIDC_DISCOVERY(
            Kind.PROVIDER_URL,
            "",
            "Address of its discovery document, for WHMCS https://…/oauth/openid-configuration.php; the standard one below the issuer when empty."),
    EB_OIDC_CLIENT_ID(Kind.OPTIONAL_TEXT, "", "The portal's client id at the provider."),
    EB_OIDC_CLIENT_SECRET(Kind.OPTIONAL_SECRET, "", "The portal's client secret at the provider."),
    EB_OIDC_NAME(Kind.TEXT, "WHMCS", "Name of the provider on the sign-in button."),
    EB_OIDC_ONLY(
            Kind.SWITCH,
            "0",
            "1 lets customers in through the provider alone; administrators keep their password."),
    EB_OIDC_MATCH(
            Kind.CLAIM,
            "email",
            "Claim that holds the e-mail address of the WHMCS user; another than email needs EB_OIDC_TRUST_EMAIL."),
    EB_OIDC_TRUST_EMAIL(
            Kind.SWITCH,
            "0",
            "1 believes the address without email_verified. Only for a provider where nobody can enter another's address."),
    EB_MAIL_HOST(
            Kind.OPTIONAL_TEXT,
            "",
            "SMTP server that takes the portal's mail; without it, no mail is sent."),
    EB_MAIL_PORT(Kind.PORT, "587", "Its port."),
    EB_MAIL_TLS(
            Kind.MAIL_TLS,
            "starttls",
            "How the connection to it is encrypted: starttls, tls (from the first byte, mostly port 465) or none."),
    EB_MAIL_USER(
            Kind.OPTIONAL_TEXT, "", "User there; empty where the server takes mail without one."),
    EB_MAIL_PASSWORD(Kind.OPTIONAL_SECRET, "", "Its password."),
    EB_MAIL_FROM(
            Kind.MAIL_ADDRESS,
            "",
            "Address that the portal's mail comes from; EB_MAIL_HOST needs it."),
    EB_ALERT_MAIL(
            Kind.SWITCH,
            "1",
            "1 mails operator alerts, where EB_MAIL_HOST and EB_SECRET_KEY are set; 0 leaves them to the console, the log and the metrics."),
    EB_ALERT_TO(
            Kind.MAIL_ADDRESSES,
            "",
            "Addresses that operator alerts are mailed to, comma-separated; all administrators who may steer operations when empty."),
    EB_ALERT_COOLDOWN_MINUTES(
            Kind.COUNT, "30", "The same alert is mailed at most once in this time."),
    EB_ALERT_STREAM_DOWN_SECS(
            Kind.SECONDS,
            "120",
            "How long a live stream may be away before operators are alerted; a refused sign-in alerts at once."),
    EB_ALERT_LIVE_JOBS(
            Kind.COUNT,
            "300",
            "More jobs than this that count as running on one Comet Server alert operators."),
    EB_ALERT_LIVE_JOBS_ALL(Kind.COUNT, "500", "The same of all Comet Servers together."),
    EB_ALERT_QUARANTINE(
            Kind.COUNT,
            "20",
            "As many open frames in the quarantine of one Comet Server alert operators."),
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
        COUNT_TO_100,
        SECONDS,
        SECONDS_FROM_5,
        SECONDS_FROM_60,
        SECONDS_FROM_3600,
        SECONDS_OR_OFF,
        MILLISECONDS,
        PATIENCE_MS,
        SWITCH,
        MONITOR_MODE,
        HTTP_URL,
        PUBLIC_URL,
        PROVIDER_URL,
        CLAIM,
        MAIL_TLS,
        MAIL_ADDRESS,
        MAIL_ADDRESSES,
        JDBC_URL,
        NAMES,
        NUMBERS,
        OPTION_USES,
        IMAGE_ADDRESS,
        COLOUR,
        DAYS_OR_OFF,
        ZONE,
        TIME_OR_OFF,
        MINUTE_OR_OFF,
        PERCENT,
        ADDRESSES,
        PROXIES,
        KEY;

        boolean secret() {
            return this == SECRET || this == OPTIONAL_SECRET || this == KEY;
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
