package com.eazybackup.web.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExportPlacesTest {

    private final ExportPlaces places = new ExportPlaces();

    @Test
    void aSessionWritesOneExportAtATime() throws IOException {
        places.write("a", () -> refused("a"));
        assertThatCode(() -> places.ask("a")).doesNotThrowAnyException();
    }

    @Test
    void fourAreWrittenAtOnceWhoeverAsks() throws IOException {
        places.write(
                "a",
                () ->
                        places.write(
                                "b",
                                () ->
                                        places.write(
                                                "c", () -> places.write("d", () -> refused("e")))));
        assertThatCode(() -> places.ask("e")).doesNotThrowAnyException();
    }

    @Test
    void aReaderWhoIsGoneLeavesHisPlace() {
        assertThatThrownBy(
                        () ->
                                places.write(
                                        "a",
                                        () -> {
                                            throw new IOException("gone");
                                        }))
                .isInstanceOf(IOException.class);
        assertThatCode(() -> places.ask("a")).doesNotThrowAnyException();
    }

    private void refused(String pass) {
        assertThatThrownBy(() -> places.ask(pass)).isInstanceOf(ProblemException.class);
    }
}
