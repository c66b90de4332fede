package com.eazybackup.comet;

/**
 * What an entry of a snapshot or a disk is: {@code StoredObject.type}. An entry with a subtree is a
 * folder, whatever its type says.
 */
public enum StoredObjectType implements CometCode {
    FILE("file"),
    FOLDER("dir"),
    LINK("symlink"),
    DEVICE("dev"),
    CHARACTER_DEVICE("chardev"),
    FIFO("fifo"),
    SOCKET("socket"),
    WINDOWS_FILE("winfile"),
    WINDOWS_FOLDER("windir"),
    WINDOWS_ENCRYPTED("winefs"),
    MAIL_FOLDER("mailfolder"),
    MAIL("emailmessage"),
    CALENDAR("calendar"),
    CALENDAR_EVENT("calendarevent"),
    CONTACT("contact"),
    CONTACT_FOLDER("contactfolder"),
    SITE("mssite"),
    SITE_TEAM("mssiteteam"),
    SITE_ITEM("mssiteitementity"),
    SITE_LIST("mssitelistentity"),
    SITE_LIBRARY("mssitelistdriveentity"),
    VIRTUAL_DISK("virtualimagedisk"),
    PARTITION_GPT("vhdxpartitiongpt"),
    PARTITION_MBR("vhdxpartitionmbr"),
    IMAGE_FILE("vmdkfile"),
    IMAGE_FOLDER("vmdkdir"),
    IMAGE_LINK("vmdksymlink"),
    IMAGE_DEDUPLICATED("vmdkwindedup"),
    IMAGE_ENCRYPTED("vmdkwinefs"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<StoredObjectType> TABLE =
            new CodeTable<>(StoredObjectType.class, UNKNOWN);

    private final String code;

    StoredObjectType(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static StoredObjectType of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
