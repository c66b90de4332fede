package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What anybody may read without signing in. */
final class PublicCalls {

    private static final int SESSION_SECONDS = 1_800;

    private final Fleet fleet;
    private final Switches switches;
    private final byte[] logo = draw();

    PublicCalls(Fleet fleet, Switches switches) {
        this.fleet = fleet;
        this.switches = switches;
    }

    void register(Calls calls) {
        calls.add("branding.props", form -> branding());
        calls.addRaw(
                "logo.img",
                form -> new RawAnswer("image/png", "", logo.length, out -> out.write(logo)));
    }

    private ObjectNode branding() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("BrandName", "Simulated Backup")
                .put("ProductName", "Simulated Backup Desktop")
                .put("HasImage", true)
                .put("ImageEtag", Integer.toHexString(logo.length))
                .put("TopColor", "#1b2c50")
                .put("AccentColor", "#fe5000")
                .put("HideNewsArea", false)
                .put("AllowUnauthenticatedDownloads", false)
                .put("AllowAuthenticatedDownloads", switches.softwareBuildRole)
                .put("PruneLogsAfterDays", 90)
                .put("ExpiredInSeconds", SESSION_SECONDS)
                .put("ServerIsEmpty", fleet.usernames().isEmpty())
                .put("CloudStorageName", "Simulated Cloud")
                .put("AdminHidePreBuiltClientOption", false)
                .put("AdminHideBrandedCloudStorage", false);
    }

    private static byte[] draw() {
        BufferedImage image = new BufferedImage(160, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x1b, 0x2c, 0x50));
        pen.fillRect(0, 0, 160, 40);
        pen.setColor(new Color(0xfe, 0x50, 0x00));
        pen.fillOval(8, 8, 24, 24);
        pen.fillRect(44, 16, 108, 8);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
