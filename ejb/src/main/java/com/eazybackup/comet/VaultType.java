package com.eazybackup.comet;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a storage vault keeps its data: {@code DestinationConfig.DestinationType}. */
public enum VaultType {
    INVALID(0, "Invalid"),
    /** The storage gateway did not start. */
    FAILED(1, "Unavailable"),
    S3(1000, "S3-compatible"),
    SFTP(1001, "SFTP"),
    LOCAL_PATH(1002, "Local path"),
    COMET(1003, "Comet"),
    FTP(1004, "FTP"),
    AZURE(1005, "Azure Blob Storage"),
    SPANNED(1006, "Spanned"),
    SWIFT(1007, "OpenStack Swift"),
    BACKBLAZE_B2(1008, "Backblaze B2"),
    STORJ(1009, "Storj"),
    WEBDAV(1010, "WebDAV"),
    SMB(1011, "Network share (SMB)"),
    UNKNOWN(-1, "Unknown");

    private static final Map<Integer, VaultType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(t -> t.code, Function.identity()));

    private final int code;
    private final String label;

    VaultType(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /**
     * @return the type of that number, {@link #UNKNOWN} when Comet has a new one
     */
    public static VaultType of(int code) {
        return BY_CODE.getOrDefault(code, UNKNOWN);
    }

    public int code() {
        return code;
    }

    public String label() {
        return label;
    }
}
