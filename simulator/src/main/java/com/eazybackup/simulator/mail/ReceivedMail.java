package com.eazybackup.simulator.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A mail as it came.
 *
 * @param recipients of the header {@code To}
 * @param headers each with its name, unfolded by nobody
 */
public record ReceivedMail(
        String messageId,
        String from,
        List<String> recipients,
        String subject,
        String text,
        String html,
        List<String> headers) {

    static ReceivedMail of(MimeMessage message) {
        try {
            return new ReceivedMail(
                    message.getMessageID(),
                    Arrays.toString(message.getFrom()),
                    Arrays.stream(message.getAllRecipients()).map(Object::toString).toList(),
                    message.getSubject(),
                    part(message, "text/plain"),
                    part(message, "text/html"),
                    Collections.list(message.getAllHeaderLines()));
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail that cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString().replace("\r\n", "\n");
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
