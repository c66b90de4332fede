package com.eazybackup.simulator.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapesTest {

    private final WhmcsSwitches switches = new WhmcsSwitches();
    private final Shapes shapes = new Shapes(switches);

    private static ObjectNode entry(int id, String name) {
        return Reply.object().put("id", id).put("name", name).put("owner", true);
    }

    private static ObjectNode page(ObjectNode... entries) {
        return Reply.page(entries.length, 0, List.of(entries), "clients", "client");
    }

    private String shaped(ObjectNode... entries) {
        return shapes.shape(page(entries)).path("clients").path("client").toString();
    }

    @Test
    void theDocumentedShapeIsLeftAlone() {
        assertThat(shapes.shape(page(entry(1, "A & B")))).isEqualTo(page(entry(1, "A & B")));
    }

    @Test
    void numbersAndFlagsBecomeText() {
        switches.idsAsText = true;
        switches.flagsAsText = true;
        assertThat(shaped(entry(1, "A")))
                .isEqualTo("[{\"id\":\"1\",\"name\":\"A\",\"owner\":\"true\"}]");
    }

    @Test
    void aLoneEntryLosesItsList() {
        switches.loneEntryIsObject = true;
        assertThat(shaped(entry(1, "A"))).isEqualTo("{\"id\":1,\"name\":\"A\",\"owner\":true}");
        assertThat(shaped(entry(1, "A"), entry(2, "B"))).startsWith("[");
    }

    @Test
    void anEmptyListBecomesAnEmptyText() {
        switches.emptyListIsText = true;
        assertThat(shaped()).isEqualTo("\"\"");
    }

    @Test
    void aListBecomesANumberedObject() {
        switches.numberedLists = true;
        assertThat(shaped(entry(1, "A"))).startsWith("{\"0\":{\"id\":1");
    }

    @Test
    void whatIsNestedBecomesKeys() {
        switches.flatLists = true;
        assertThat(shapes.shape(page(entry(1, "A"))).toString())
                .contains("\"clients[client][0][id]\":1")
                .doesNotContain("\"clients\":");
    }

    @Test
    void textsGetEntitiesButAddressesAndPasswordsDoNot() {
        switches.entitiesInText = true;
        ObjectNode answer =
                Reply.success()
                        .put("name", "A & <B>")
                        .put("redirect_url", "x?a&b")
                        .put("password", "&");
        assertThat(shapes.shape(answer).toString())
                .contains("A &amp; &lt;B&gt;", "\"x?a&b\"", "\"password\":\"&\"");
    }
}
