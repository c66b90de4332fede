package com.eazybackup.simulator.browse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A mail as a device shows it: strangers wrote it, so there is a script and a tracking image. */
public final class MailPreview {

    private MailPreview() {}

    /**
     * From, To, EmailSubject, EmailBodyHTML, EmailBodyPlaintext.
     *
     * @param mail a StoredObject
     * @throws BrowseRefused when it is no mail
     */
    public static ObjectNode of(JsonNode mail) {
        if (!mail.path("type").asText().equals("emailmessage")) {
            throw new BrowseRefused("This is not an email message");
        }
        String subject = mail.path("dname").asText();
        String sender = mail.path("from").asText();
        ObjectNode preview =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("From", sender)
                        .put("EmailSubject", subject)
                        .put(
                                "EmailBodyHTML",
                                "<html><head><style>body{font-family:Calibri}</style></head><body>"
                                        + "<p>Dear reader,</p><p>this is about &ldquo;"
                                        + subject.replace("&", "&amp;").replace("<", "&lt;")
                                        + "&rdquo;.</p><img src=\"https://tracker.example/p.gif\">"
                                        + "<script>document.title='a stranger'</script>"
                                        + "<a href=\"javascript:alert(1)\">More</a>"
                                        + "<p>Regards<br>"
                                        + sender
                                        + "</p></body></html>")
                        .put(
                                "EmailBodyPlaintext",
                                "Dear reader,\r\n\r\nthis is about \"" + subject + "\".\r\n");
        preview.putArray("To").add(mail.path("to").asText());
        return preview;
    }
}
