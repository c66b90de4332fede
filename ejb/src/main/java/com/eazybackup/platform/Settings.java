package com.eazybackup.platform;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings that this process runs with, checked once at the start.
 *
 * <p>Guarantee: an instance exists only when every value is usable; otherwise {@link #from} throws
 * {@link BadSettings} with a sentence for each variable that is not. {@code toString} shows no
 * value.
 */
public final class Settings {

    private final Map<Setting, String> values;
    private final List<CometProfileSettings> profiles;

    private Settings(Map<Setting, String> values, List<CometProfileSettings> profiles) {
        this.values = values;
        this.profiles = profiles;
    }

    /**
     * Reads and checks everything.
     *
     * @throws BadSettings when a value is missing or unusable
     */
    public static Settings from(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            SettingCheck.read(environment, setting).ifPresent(value -> values.put(setting, value));
        }
        SettingCheck.together(environment, values);
        List<CometProfileSettings> profiles = new ArrayList<>();
        for (String profile : names(values.getOrDefault(Setting.COMET_PROFILES, ""))) {
            profiles.add(ProfileCheck.read(environment, profile));
        }
        if (!environment.problems().isEmpty()) {
            throw new BadSettings(environment.problems());
        }
        return new Settings(values, List.copyOf(profiles));
    }

    static List<String> names(String csv) {
        return Stream.of(csv.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
    }

    public String text(Setting setting) {
        return values.getOrDefault(setting, "");
    }

    public Optional<String> optional(Setting setting) {
        return Optional.of(text(setting)).filter(value -> !value.isEmpty());
    }

    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    public Duration duration(Setting setting) {
        return setting.kind() == Setting.Kind.MILLISECONDS
                        || setting.kind() == Setting.Kind.PATIENCE_MS
                ? Duration.ofMillis(number(setting))
                : Duration.ofSeconds(number(setting));
    }

    /**
     * @return what the commas part, without white space; may be empty
     */
    public List<String> names(Setting setting) {
        return names(text(setting));
    }

    /**
     * @return what the commas part, by what is before the equals sign
     */
    public Map<String, String> pairs(Setting setting) {
        return names(setting).stream()
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toUnmodifiableMap(
                                pair -> pair[0], pair -> pair[1], (first, later) -> later));
    }

    public boolean on(Setting setting) {
        return text(setting).equals("1");
    }

    /**
     * @return the configured Comet Servers, in the order of {@code COMET_PROFILES}
     */
    public List<CometProfileSettings> cometProfiles() {
        return profiles;
    }

    public URI whmcsApiUrl() {
        return URI.create(text(Setting.EB_WHMCS_API_URL));
    }

    public Set<Integer> excludedProductGroups() {
        return numbers(Setting.EB_EXCLUDED_PRODUCT_GROUPS);
    }

    /**
     * @return numbers of WHMCS products whose vaults the provider looks after
     */
    public Set<Integer> microsoft365Products() {
        return numbers(Setting.EB_M365_PRODUCTS);
    }

    private Set<Integer> numbers(Setting setting) {
        return names(text(setting)).stream()
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    public String brandName() {
        return text(Setting.EB_BRAND_NAME);
    }

    public Optional<String> brandLogo() {
        return optional(Setting.EB_BRAND_LOGO);
    }

    /**
     * @return {@code #rrggbb}
     */
    public Optional<String> brandAccent() {
        return optional(Setting.EB_BRAND_ACCENT);
    }

    @Override
    public String toString() {
        return "Settings[profiles=" + profiles + "]";
    }
}
