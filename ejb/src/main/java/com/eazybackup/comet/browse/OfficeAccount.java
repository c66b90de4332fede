package com.eazybackup.comet.browse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** {@code Office365MixedVirtualAccount} of the protocol. */
public record OfficeAccount(
        @JsonProperty("DefaultDriveID") String defaultDriveId,
        boolean disabled,
        String displayName,
        long enabledServiceOption,
        @JsonProperty("hasLicense") boolean hasLicense,
        @JsonProperty("id") String id,
        String jobTitle,
        String mail,
        @JsonProperty("SiteID") String siteId,
        long type,
        String userPrincipalName,
        @JsonProperty("WebID") String webId,
        @JsonProperty("WebURL") String webUrl,
        List<String> members,
        long serviceOptions,
        long memberServiceOptions) {}
