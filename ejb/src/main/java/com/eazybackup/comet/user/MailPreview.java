package com.eazybackup.comet.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** {@code EmailReportGeneratedPreview} of the protocol. */
public record MailPreview(
        String from,
        List<String> to,
        String emailSubject,
        @JsonProperty("EmailBodyHTML") String emailBodyHtml,
        String emailBodyPlaintext) {}
