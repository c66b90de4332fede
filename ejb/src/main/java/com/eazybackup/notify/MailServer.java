package com.eazybackup.notify;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/**
 * The way to the mail server that {@code EB_MAIL_HOST} names. Each mail has a connection of its
 * own; nothing takes longer than half a minute.
 */
@ApplicationScoped
class MailServer {

    private static final String CONNECT_MS = "10000";
    private static final String ANSWER_MS = "20000";

    private Settings settings;

    MailServer() {}

    @Inject
    MailServer(Settings settings) {
        this.settings = settings;
    }

    /** The server was reached and does not want this mail. */
    static class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(MessagingException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** The server was not reached, or takes nothing at all. */
    static class Unreachable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreachable(MessagingException cause) {
            super(cause.getMessage(), cause);
        }
    }

    boolean configured() {
        return settings.optional(Setting.EB_MAIL_HOST).isPresent();
    }

    void send(String messageId, String recipient, MailText text, String language, Instant now)
            throws Refused, Unreachable {
        Session session = Session.getInstance(properties());
        MimeMessage message;
        try {
            message = message(session, messageId, recipient, text, language, now);
        } catch (MessagingException unfit) {
            throw new Refused(unfit); // this mail's own fault: the next one may be sent
        }
        try (Transport transport = session.getTransport("smtp")) {
            String user = settings.optional(Setting.EB_MAIL_USER).orElse(null);
            transport.connect(
                    settings.text(Setting.EB_MAIL_HOST),
                    settings.number(Setting.EB_MAIL_PORT),
                    user,
                    user == null ? null : settings.text(Setting.EB_MAIL_PASSWORD));
            transport.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException e) {
            throw new Refused(e);
        } catch (MessagingException e) {
            throw new Unreachable(e);
        }
    }

    private MimeMessage message(
            Session session,
            String messageId,
            String recipient,
            MailText text,
            String language,
            Instant now)
            throws MessagingException {
        MimeMessage message =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", "<" + messageId + ">");
                    }
                };
        message.setFrom(from());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
        message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        message.setHeader(
                "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", language);
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text.body(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(text.html(language), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    private InternetAddress from() throws MessagingException {
        try {
            return new InternetAddress(
                    settings.text(Setting.EB_MAIL_FROM),
                    settings.text(Setting.EB_BRAND_NAME),
                    StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty(
                "mail.smtp.auth",
                Boolean.toString(settings.optional(Setting.EB_MAIL_USER).isPresent()));
        // No host's name and no address of ours in the greeting.
        properties.setProperty("mail.smtp.localhost", "portal.invalid");
        switch (settings.text(Setting.EB_MAIL_TLS)) {
            case "tls" -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case "none" -> properties.setProperty("mail.smtp.starttls.enable", "false");
            default -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
        }
        return properties;
    }
}
