package com.eazybackup.comet.server;

import java.util.List;

/** {@code ServerMetaBrandingProperties} of the protocol. */
public record Branding(
        String brandName,
        String productName,
        boolean hasImage,
        String imageEtag,
        String topColor,
        String accentColor,
        boolean hideNewsArea,
        boolean allowUnauthenticatedDownloads,
        boolean allowAuthenticatedDownloads,
        long pruneLogsAfterDays,
        long expiredInSeconds,
        List<ExternalAuthenticationSourceDisplay> externalAuthenticationSources,
        boolean serverIsEmpty,
        String cloudStorageName,
        boolean adminHidePreBuiltClientOption,
        boolean adminHideBrandedCloudStorage) {}
