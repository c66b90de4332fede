package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.provider.Shelf;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A shelf as calls see it. */
final class Documents {

    private final Shelf shelf;
    private final Switches switches;

    Documents(Shelf shelf, Switches switches) {
        this.shelf = shelf;
        this.switches = switches;
    }

    /** Documents by id: of TargetOrganization where it is named, else all that may be seen. */
    ObjectNode all(Form form) {
        Optional<String> wanted = form.optional("TargetOrganization");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        shelf.all()
                .forEach(
                        (id, document) -> {
                            String owner = document.path("OrganizationID").asText();
                            if (wanted.map(owner::equals).orElse(true) && isSeen(owner)) {
                                answer.set(id, document);
                            }
                        });
        return answer;
    }

    /** {@link #all}, but only the text in that field of each. */
    ObjectNode names(Form form, String field) {
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        all(form)
                .properties()
                .forEach(
                        document ->
                                names.put(
                                        document.getKey(),
                                        document.getValue().path(field).asText()));
        return names;
    }

    /**
     * @throws CallRefused when there is none of that id
     */
    ObjectNode get(String id) {
        return shelf.get(id).orElseThrow(() -> new CallRefused(404, "Not found: '" + id + "'"));
    }

    /**
     * @throws CallRefused when there is none of that id
     */
    void remove(String id) {
        get(id);
        shelf.remove(id);
    }

    /**
     * @param expected nothing when the writer does not care
     * @throws CallRefused when the document is another than the writer has read
     */
    void checkHash(String id, Optional<String> expected) {
        if (expected.isPresent() && !expected.equals(shelf.hash(id))) {
            throw new CallRefused(
                    switches.hashConflictStatus, "The object was changed by another process");
        }
    }

    private boolean isSeen(String owner) {
        String tenant = switches.adminOrganization;
        return tenant.isEmpty() || owner.equals(tenant);
    }
}
