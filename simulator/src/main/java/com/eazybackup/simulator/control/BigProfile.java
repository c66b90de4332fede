package com.eazybackup.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Profiles as long as wanted: an item with very many folders, as real ones become long. */
final class BigProfile {

    private static final String FOLDER = "C:\\Data\\Archive\\a folder with quite a long name\\%07d";

    private BigProfile() {}

    static ObjectNode grow(ObjectNode profile, long bytes) {
        ObjectNode item =
                ((ObjectNode) profile.required("Sources"))
                        .putObject("00000000-0000-4000-8000-0000000b160b");
        item.put("Engine", "engine1/file")
                .put("Description", "Very many folders")
                .put("OwnerDevice", "")
                .put("CreateTime", 1_704_067_200L)
                .put("ModifyTime", 1_704_067_200L);
        item.putArray("PreExec");
        item.putArray("ThawExec");
        item.putArray("PostExec");
        ObjectNode folders = item.putObject("EngineProps");
        item.put("PolicySourceID", "").put("ExistingUserUpdate", false);
        long length = 0;
        for (int number = 0; length < bytes; number++) {
            String folder = FOLDER.formatted(number);
            folders.put("INCLUDE-" + number, folder);
            length += folder.length() + 24L;
        }
        return profile;
    }
}
