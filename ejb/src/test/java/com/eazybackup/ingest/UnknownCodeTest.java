package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What in a frame is a code that nobody knows. */
@Tag("fault-07")
class UnknownCodeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{'Type':4999} | event type 4999",
                "{'Type':0,'TypeString':'SEVT_OF_TOMORROW'} | event type SEVT_OF_TOMORROW",
                "{'Type':4103} | ##",
                "{'Type':4000,'TypeString':'SEVT_META_HELLO'} | ##",
                "{'Type':4201,'Data':{'GUID':'a','Status':7999}} | job status 7999",
                "{'Type':4200,'Data':{'GUID':'a','Status':6999}} | job status 6999",
                "{'Type':4201,'Data':{'GUID':'a','Status':5000}} | ##",
                "{'Type':4201,'Data':{'GUID':'a'}} | ##",
                "{'Type':4201,'Data':{'GUID':'a','Status':5000,'Classification':4099}} |"
                        + " job classification 4099",
                "{'Type':4201,'Data':{'GUID':'a','Status':5000,'Classification':4000}} | ##",
                "{'Type':4201,'Data':{'GUID':'a','Status':5000,'Classification':4001}} | ##",
                "{'Type':4201,'Data':{'Status':7999}} | ##"
            })
    void eventsAndJobs(String frame, String code) {
        assertThat(in(frame)).isEqualTo(code);
    }

    @Test
    void enginesOfItemsAndTypesOfVaults() {
        assertThat(profile("'engine1/file'", "'DestinationType':1003")).isEmpty();
        assertThat(profile("'engine9/x'", "'DestinationType':1003")).isEqualTo("engine engine9/x");
        assertThat(profile("'engine1/file'", "'DestinationType':1999"))
                .isEqualTo("vault type 1999");
        assertThat(profile("'engine1/file'", "'Type':1999")).isEqualTo("vault type 1999");
        assertThat(profile("''", "'Description':'no type'")).isEmpty();
        assertThat(profile("7", "'DestinationType':'text'")).isEqualTo("engine 7");
    }

    @Test
    void whatComesFromOutsideIsShortAndOnOneLine() {
        String code = in("{'Type':0,'TypeString':'A\\nB" + "x".repeat(500) + "'}");

        assertThat(code).startsWith("event type A Bx").hasSize(60);
    }

    private static String profile(String engine, String vault) {
        return in(
                "{'Type':4102,'Data':{'Username':'u','Devices':{},'Sources':{'i':{'Engine':"
                        + engine
                        + "}},'Destinations':{'v':{"
                        + vault
                        + "}}}}");
    }

    private static String in(String frame) {
        return UnknownCode.in(
                EventReader.read(frame.replace('\'', '"'), Instant.ofEpochSecond(1_700_000_000)));
    }
}
