package com.eazybackup.simulator.provider;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Installers that the server builds. The numbers are made up: a program has to read the list of
 * available platforms.
 */
public enum Platform {
    WINDOWS(1, "windows-anycpu-zip", "Windows", "All versions (.zip)", true, 61, "PK\003\004"),
    WINDOWS_64(2, "windows-x86_64-zip", "Windows", "64-bit (.zip)", false, 36, "PK\003\004"),
    WINDOWS_32(3, "windows-x86_32-zip", "Windows", "32-bit (.zip)", false, 33, "PK\003\004"),
    WINDOWS_EXE(4, "windows-anycpu-exe", "Windows", "All versions (.exe)", false, 60, "MZ"),
    WINDOWS_64_EXE(5, "windows-x86_64-exe", "Windows", "64-bit (.exe)", false, 35, "MZ"),
    WINDOWS_32_EXE(6, "windows-x86_32-exe", "Windows", "32-bit (.exe)", false, 32, "MZ"),
    MACOS_INTEL(7, "macos-x86_64", "macOS", "Intel (.pkg)", false, 44, "xar!"),
    MACOS_ARM(8, "macos-arm64", "macOS", "Apple silicon (.pkg)", true, 42, "xar!"),
    LINUX(9, "linuxgeneric", "Linux", "All distributions (.run)", false, 39, "#!/bin/sh\n"),
    LINUX_DEB(10, "linux-deb", "Linux", "Debian and Ubuntu (.deb)", true, 38, "!<arch>\n"),
    SYNOLOGY_6(11, "spk-dsm6", "Synology", "DSM 6 (.spk)", false, 40, "INFO\0"),
    SYNOLOGY_7(12, "spk-dsm7", "Synology", "DSM 7 (.spk)", true, 40, "INFO\0");

    private static final int BLOCK = 65_536;

    private final int number;
    private final String path;
    private final String category;
    private final String description;
    private final boolean recommended;
    private final int mebibytes;
    private final String magic;

    Platform(
            int number,
            String path,
            String category,
            String description,
            boolean recommended,
            int mebibytes,
            String magic) {
        this.number = number;
        this.path = path;
        this.category = category;
        this.description = description;
        this.recommended = recommended;
        this.mebibytes = mebibytes;
        this.magic = magic;
    }

    public static Optional<Platform> numbered(int number) {
        return Arrays.stream(values()).filter(one -> one.number == number).findFirst();
    }

    public int number() {
        return number;
    }

    /** The last part of the call's path. */
    public String path() {
        return path;
    }

    public String category() {
        return category;
    }

    public String description() {
        return description;
    }

    public boolean recommended() {
        return recommended;
    }

    /** For example {@code install.deb}. */
    public String fileName() {
        int dot = description.lastIndexOf('.');
        return "install" + description.substring(dot, description.length() - 1);
    }

    /** Bytes of the file. */
    public long length() {
        return (long) mebibytes << 20;
    }

    /**
     * A file that begins as such a file does; it cannot be run.
     *
     * @param address is readable in its first block, as a real installer has it built in
     */
    public void write(String address, OutputStream out) throws IOException {
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) (i * 31 + number);
        }
        byte[] first = block.clone();
        byte[] head = (magic + "\n" + address + "\n").getBytes(StandardCharsets.UTF_8);
        System.arraycopy(head, 0, first, 0, Math.min(head.length, BLOCK));
        out.write(first);
        for (long written = BLOCK; written < length(); written += BLOCK) {
            out.write(block);
        }
    }
}
