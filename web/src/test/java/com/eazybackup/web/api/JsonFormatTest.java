package com.eazybackup.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormatTest {

    record Order(String deviceName, Integer clientId) {}

    @Test
    void namesAreInSnakeCase() throws JsonProcessingException {
        assertThat(JsonFormat.MAPPER.writeValueAsString(new Order("pc", 5)))
                .isEqualTo("{\"device_name\":\"pc\",\"client_id\":5}");
        assertThat(JsonFormat.MAPPER.readValue("{\"client_id\":7}", Order.class))
                .isEqualTo(new Order(null, 7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"clientid\":5}|The field \"clientid\" is not known here.",
                "{\"client_id\":\"5\"}|The field \"client_id\" has a value of the wrong kind.",
                "{\"client_id\":5.5}|The field \"client_id\" has a value of the wrong kind.",
                "{\"client_id\":99999999999}|The field \"client_id\" has a value of the wrong kind.",
                "{\"device_name\":5}|The field \"device_name\" has a value of the wrong kind.",
                "{\"device_name\":[]}|The field \"device_name\" has a value of the wrong kind.",
                "[]|The body is not the JSON object that is expected.",
                "5|The body is not the JSON object that is expected.",
                "{\"a|The body is not valid JSON.",
                "{\"device_name\":\"a|The body is not valid JSON.",
                "{} {}|The body is not the JSON object that is expected.",
                "client_id=5|The body is not valid JSON."
            })
    void aBadBodyIsToldByItsField(String body, String sentence) {
        Problem problem = problem(body);
        assertThat(problem.detail()).isEqualTo(sentence);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("validation");
    }

    @Test
    void whatWasSentIsNotQuoted() {
        assertThat(problem("{\"client_id\":\"secret-4711\"}").detail()).doesNotContain("4711");
        assertThat(problem("{\"<script>\":1}").detail())
                .isEqualTo("The field \"?script?\" is not known here.");
    }

    @Test
    void whatNobodyWritesByHandIsTheSendersFault() {
        for (String body :
                List.of(
                        "{\"client_id\":" + "9".repeat(5_000) + "}",
                        "{\"device_name\":" + "[".repeat(40) + "]".repeat(40) + "}",
                        "[".repeat(30_000),
                        "{\"" + "x".repeat(60_000) + "\":1}",
                        "{\"device_name\":\"" + "x".repeat(70_000) + "\"}")) {
            assertThat(problem(body).status()).isEqualTo(400);
        }
    }

    @Test
    void anAnswerThatCannotBeWrittenIsOurFault() {
        JsonProcessingException trouble =
                catchThrowableOfType(
                        JsonProcessingException.class,
                        () -> JsonFormat.MAPPER.writeValueAsString(new Object()));
        assertThat(JsonTroubleMapper.problem(trouble).status()).isEqualTo(500);
    }

    private static Problem problem(String body) {
        return JsonTroubleMapper.problem(
                catchThrowableOfType(
                        JsonProcessingException.class,
                        () -> JsonFormat.MAPPER.readValue(body, Order.class)));
    }
}
