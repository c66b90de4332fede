package com.eazybackup.web.api.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.access.TrailFilter;
import com.eazybackup.access.TrailPlace;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.whmcs.ClientId;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrailParametersTest {

    private final TrailParameters given = new TrailParameters();

    @Test
    void withoutParametersEverythingIsShown() {
        assertThat(given.filter()).isEqualTo(TrailFilter.all());
        assertThat(given.after()).isEmpty();
        assertThat(given.client()).isEmpty();
        assertThat(given.size()).isEqualTo(50);
        assertThat(given.inWords()).isEmpty();
    }

    @Test
    void emptyFieldsOfAFormAreNoFilters() {
        given.person = "";
        given.action = "";
        given.from = "";
        given.text = "  ";
        given.client = "";
        assertThat(given.filter()).isEqualTo(TrailFilter.all());
        assertThat(given.client()).isEmpty();
    }

    @Test
    void daysAreTheReadersAndBothAreMeant() {
        given.from = "2026-03-08"; // the night in which Toronto's clocks go forward
        given.to = "2026-03-08";
        given.zone = "America/Toronto";
        TrailFilter filter = given.filter();
        assertThat(filter.from()).contains(Instant.parse("2026-03-08T05:00:00Z"));
        assertThat(filter.until()).contains(Instant.parse("2026-03-09T04:00:00Z"));
    }

    @Test
    void everythingElseIsTakenAsItStands() {
        given.person = " iris@quill.example ";
        given.action = "clients.view";
        given.result = "ok";
        given.text = " EB-7F3K-20C1 ";
        given.client = "103";
        given.after = "1772323200000-17";
        given.size = "200";
        given.sort = "-time";
        assertThat(given.filter().person()).contains("iris@quill.example");
        assertThat(given.filter().action()).contains("clients.view");
        assertThat(given.filter().result()).contains("ok");
        assertThat(given.filter().text()).isEqualTo("EB-7F3K-20C1");
        assertThat(given.client()).contains(new ClientId(103));
        assertThat(given.after()).contains(new TrailPlace(1_772_323_200_000L, 17));
        assertThat(given.size()).isEqualTo(200);
        assertThat(given.inWords()).contains("client=103", "action=clients.view");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                wrong("person", p -> p.person = "x".repeat(255)),
                wrong("q", p -> p.text = "x".repeat(201)),
                wrong("action", p -> p.action = "sign-in' OR 1=1"),
                wrong("result", p -> p.result = "x".repeat(65)),
                wrong("from", p -> p.from = "yesterday"),
                wrong("to", p -> p.to = "2026-02-30"),
                wrong("from", p -> p.from = "+999999999-01-01"),
                wrong(
                        "from is not after to",
                        p -> {
                            p.from = "2026-02-02";
                            p.to = "2026-02-01";
                        }),
                wrong("sort is -time", p -> p.sort = "actor"),
                wrong("sort is -time", p -> p.sort = "time; DROP TABLE eb_audit"),
                wrong(
                        "tz",
                        p -> {
                            p.from = "2026-02-02";
                            p.zone = "Mars/Olympus";
                        }));
    }

    private static Arguments wrong(String name, Consumer<TrailParameters> mistake) {
        return Arguments.of(name, mistake);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsNamedInASentence(String name, Consumer<TrailParameters> mistake) {
        mistake.accept(given);
        assertThatThrownBy(given::filter)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(name);
    }

    @Test
    void neitherAPlaceNorASizeNorAClientIsGuessed() {
        given.after = "17";
        given.size = "201";
        given.client = "0103";
        assertThatThrownBy(given::after).isInstanceOf(ProblemException.class);
        assertThatThrownBy(given::size).isInstanceOf(ProblemException.class);
        assertThatThrownBy(given::client).isInstanceOf(ProblemException.class);
    }
}
