package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.provider.Platform;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Installers: the success is a file, a failure a JSON object in its place. */
final class SoftwareCalls {

    private final Switches switches;

    SoftwareCalls(Switches switches) {
        this.switches = switches;
    }

    void register(Calls calls) {
        calls.add("branding/available-platforms", form -> available());
        String generate = "branding/generate-client/";
        calls.addRaw(generate + "by-platform", form -> file(wanted(form), form));
        calls.add(
                generate + "test",
                form -> {
                    wanted(form);
                    return Calls.ok();
                });
        for (Platform platform : Platform.values()) {
            calls.addRaw(generate + platform.path(), form -> file(platform, form));
        }
    }

    private ObjectNode available() {
        checkRole();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        for (Platform platform : Platform.values()) {
            answer.putObject(Integer.toString(platform.number()))
                    .put("Category", platform.category())
                    .put("Description", platform.description())
                    .put("Recommended", platform.recommended());
        }
        return answer;
    }

    private Platform wanted(Form form) {
        checkRole();
        return Platform.numbered(Integer.parseInt(form.text("Platform")))
                .orElseThrow(() -> new CallRefused(400, "Unsupported platform"));
    }

    private RawAnswer file(Platform platform, Form form) {
        checkRole();
        String address = form.text("SelfAddress");
        return new RawAnswer(
                "application/octet-stream",
                platform.fileName(),
                platform.length(),
                out -> platform.write(address, out));
    }

    private void checkRole() {
        if (!switches.softwareBuildRole) {
            throw new CallRefused(
                    switches.permissionStatus, "The Software Build Role is not enabled");
        }
    }
}
