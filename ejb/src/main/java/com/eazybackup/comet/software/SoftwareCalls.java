package com.eazybackup.comet.software;

import com.eazybackup.comet.Call;
import com.eazybackup.comet.CallKind;
import com.eazybackup.comet.CallsOf;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.Field;
import com.eazybackup.comet.RawAnswer;
import java.util.Map;
import java.util.Optional;

/**
 * Installers, as the server makes them with its brand. The server needs the Software Build Role.
 * {@code selfAddress} is the public address that is built into the installer.
 */
@CallsOf(CallsOf.ADMIN)
public interface SoftwareCalls {

    /**
     * @return by number of the platform
     */
    @Call(value = "branding/available-platforms", safe = true)
    Map<String, AvailableDownload> platforms() throws CometException;

    /** Whether there is one for that platform: an error when not. */
    @Call(value = "branding/generate-client/test", safe = true)
    void test(@Field("Platform") long platform, @Field("SelfAddress") Optional<String> selfAddress)
            throws CometException;

    /** Any platform, by its number. */
    @Call(value = "branding/generate-client/by-platform", kind = CallKind.FILE, safe = true)
    RawAnswer installer(
            @Field("Platform") long platform, @Field("SelfAddress") Optional<String> selfAddress)
            throws CometException;

    /** For people who install it. */
    @Call(value = "branding/generate-client/windows-anycpu-zip", kind = CallKind.FILE, safe = true)
    RawAnswer windowsZip(@Field("SelfAddress") Optional<String> selfAddress) throws CometException;

    /** For people who install it. */
    @Call(value = "branding/generate-client/windows-x86_64-zip", kind = CallKind.FILE, safe = true)
    RawAnswer windows64Zip(@Field("SelfAddress") Optional<String> selfAddress)
            throws CometException;

    /** For people who install it. */
    @Call(value = "branding/generate-client/windows-x86_32-zip", kind = CallKind.FILE, safe = true)
    RawAnswer windows32Zip(@Field("SelfAddress") Optional<String> selfAddress)
            throws CometException;

    /** For updates; it may not be signed. */
    @Call(value = "branding/generate-client/windows-anycpu-exe", kind = CallKind.FILE, safe = true)
    RawAnswer windowsExe(@Field("SelfAddress") Optional<String> selfAddress) throws CometException;

    /** For updates; it may not be signed. */
    @Call(value = "branding/generate-client/windows-x86_64-exe", kind = CallKind.FILE, safe = true)
    RawAnswer windows64Exe(@Field("SelfAddress") Optional<String> selfAddress)
            throws CometException;

    /** For updates; it may not be signed. */
    @Call(value = "branding/generate-client/windows-x86_32-exe", kind = CallKind.FILE, safe = true)
    RawAnswer windows32Exe(@Field("SelfAddress") Optional<String> selfAddress)
            throws CometException;

    /** For Macs with an Intel processor. */
    @Call(value = "branding/generate-client/macos-x86_64", kind = CallKind.FILE, safe = true)
    RawAnswer macIntel(@Field("SelfAddress") Optional<String> selfAddress) throws CometException;

    /** For Macs with an Apple processor. */
    @Call(value = "branding/generate-client/macos-arm64", kind = CallKind.FILE, safe = true)
    RawAnswer macArm(@Field("SelfAddress") Optional<String> selfAddress) throws CometException;

    /** A self-extracting archive. */
    @Call(value = "branding/generate-client/linuxgeneric", kind = CallKind.FILE, safe = true)
    RawAnswer linux(@Field("SelfAddress") Optional<String> selfAddress) throws CometException;

    /** A Debian package. */
    @Call(value = "branding/generate-client/linux-deb", kind = CallKind.FILE, safe = true)
    RawAnswer debian(@Field("SelfAddress") Optional<String> selfAddress) throws CometException;

    /** For Synology DSM 6. */
    @Call(value = "branding/generate-client/spk-dsm6", kind = CallKind.FILE, safe = true)
    RawAnswer synology6(@Field("SelfAddress") Optional<String> selfAddress) throws CometException;

    /** For Synology DSM 7. */
    @Call(value = "branding/generate-client/spk-dsm7", kind = CallKind.FILE, safe = true)
    RawAnswer synology7(@Field("SelfAddress") Optional<String> selfAddress) throws CometException;
}
