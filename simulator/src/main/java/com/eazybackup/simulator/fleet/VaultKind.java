package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Where vaults are: each DESTINATIONTYPE with the location fields that it uses. */
enum VaultKind {
    COMET(1003, "Cloud vault"),
    LOCAL(1002, "Local disk"),
    S3(1000, "S3 vault"),
    SFTP(1001, "SFTP vault"),
    FTP(1004, "FTP vault"),
    AZURE(1005, "Azure vault"),
    SPANNED(1006, "Spanned vault"),
    SWIFT(1007, "OpenStack vault"),
    B2(1008, "Backblaze vault"),
    STORJ(1009, "Storj vault"),
    WEBDAV(1010, "WebDAV vault"),
    SMB(1011, "Office share");

    private static final List<String> OF_VAULTS_ALONE =
            List.of(
                    "Description",
                    "CreateTime",
                    "ModifyTime",
                    "PreExec",
                    "ThawExec",
                    "PostExec",
                    "EncryptionKeyEncryptionMethod",
                    "EncryptedEncryptionKey",
                    "RepoInitTimestamp",
                    "StorageLimitEnabled",
                    "StorageLimitBytes",
                    "StorageLimitID",
                    "Statistics",
                    "DefaultRetention",
                    "RebrandStorage",
                    "RetentionError",
                    "AssociatedDevices");

    private final int type;
    private final String title;

    VaultKind(int type, String title) {
        this.type = type;
        this.title = title;
    }

    /** A vault of this kind, as a member of Destinations; every secret holds the canary. */
    ObjectNode vault(long createTime, long bytes, long measured) {
        ObjectNode vault = Json.template("vault");
        vault.put("Description", title)
                .put("DestinationType", type)
                .put("CreateTime", createTime)
                .put("ModifyTime", createTime)
                .put("RepoInitTimestamp", createTime + 3600)
                .put("EncryptedEncryptionKey", Fleet.CANARY + "-encryption-key");
        Json.object(Json.object(vault, "Statistics"), "ClientProvidedSize")
                .put("Size", bytes)
                .put("MeasureStarted", measured - 1)
                .put("MeasureCompleted", measured);
        locate(vault);
        return vault;
    }

    /** A DestinationLocation: the place alone, without what makes it a vault. */
    private static ObjectNode place(VaultKind kind) {
        ObjectNode place = Json.template("vault").put("DestinationType", kind.type);
        kind.locate(place);
        return place.without(OF_VAULTS_ALONE);
    }

    private void locate(ObjectNode vault) {
        String secret = Fleet.CANARY + "-" + type;
        switch (this) {
            case COMET ->
                    vault.put("CometServer", "https://storage.provider.example/")
                            .put("CometBucket", "8d3f0c1e-5555-4c4c-9d9d-aaaaaaaaaaaa")
                            .put("CometBucketKey", secret);
            case LOCAL -> vault.put("LocalcopyPath", "E:\\Backup");
            case S3 ->
                    vault.put("S3Server", "s3.example")
                            .put("S3UsesTLS", true)
                            .put("S3BucketName", "backups")
                            .put("S3AccessKey", secret)
                            .put("S3SecretKey", secret);
            case SFTP ->
                    vault.put("SFTPServer", "sftp.example:22")
                            .put("SFTPUsername", "vault")
                            .put("SFTPAuthMode", 1)
                            .put("SFTPPassword", secret);
            case FTP ->
                    vault.put("FTPServer", "ftp.example")
                            .put("FTPPort", 21)
                            .put("FTPPassword", secret);
            case AZURE ->
                    vault.put("AZBAccountName", "backups")
                            .put("AZBContainer", "vault")
                            .put("AZBAccountKey", secret);
            case SPANNED ->
                    vault.put("SpanUseStaticSlots", true)
                            .putArray("SpanTargets")
                            .add(place(LOCAL))
                            .add(place(S3));
            case SWIFT ->
                    Json.object(vault, "Swift")
                            .put("Username", "vault")
                            .put("APIKey", secret)
                            .put("AuthURL", "https://swift.example/v3")
                            .put("Region", "YYZ")
                            .put("Tenant", "backups")
                            .put("Container", "vault");
            case B2 ->
                    Json.object(vault, "B2")
                            .put("AccountID", "001f0c")
                            .put("Key", secret)
                            .put("Bucket", "backups")
                            .put("HideDeletedFiles", true);
            case STORJ ->
                    Json.object(vault, "Storj")
                            .put("SatelliteAddress", "us1.storj.example:7777")
                            .put("APIKey", secret)
                            .put("Passphrase", secret)
                            .put("StorjBucket", "backups");
            case WEBDAV ->
                    Json.object(vault, "WebDav")
                            .put("DavServer", "https://dav.example/")
                            .put("UserName", "vault")
                            .put("AccessKey", secret)
                            .put("Path", "backups");
            case SMB ->
                    Json.object(vault, "SMB")
                            .put("SMBServer", "nas.example")
                            .put("SMBShare", "backup")
                            .put("SMBUsername", "vault")
                            .put("SMBPassword", secret);
        }
    }
}
