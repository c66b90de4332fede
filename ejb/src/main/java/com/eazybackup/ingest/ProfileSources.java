package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.platform.CometProfileSettings;
import com.eazybackup.platform.ProfileSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Checks at the start that each profile can be reached from somewhere: WHMCS's server group of its
 * name or the environment. Whether the server answers is another matter, and changes.
 */
final class ProfileSources {

    private ProfileSources() {}

    /**
     * @param inWhmcs whether WHMCS has a server for the profile
     * @return one sentence for each variable that is missing; empty when the portal may start
     */
    static List<String> missing(
            List<CometProfileSettings> profiles, Predicate<ProfileName> inWhmcs) {
        List<String> sentences = new ArrayList<>();
        for (CometProfileSettings profile : profiles) {
            if (!inWhmcs.test(new ProfileName(profile.name()))) {
                variables(profile).forEach(v -> sentences.add(sentence(profile, v)));
            }
        }
        return sentences;
    }

    private static List<ProfileSetting> variables(CometProfileSettings profile) {
        List<ProfileSetting> missing = new ArrayList<>();
        if (profile.origin().isEmpty() && profile.stream().isEmpty()) {
            missing.add(ProfileSetting.ORIGIN);
        }
        if (profile.username().isEmpty()) {
            missing.add(ProfileSetting.USERNAME);
        }
        if (profile.password().isEmpty() && profile.sessionKey().isEmpty()) {
            missing.add(ProfileSetting.PASSWORD);
        }
        return missing;
    }

    private static String sentence(CometProfileSettings profile, ProfileSetting setting) {
        return setting.variable(profile.name())
                + " is not set, and WHMCS has no server group \""
                + profile.name()
                + "\" with a server that would say it.";
    }
}
