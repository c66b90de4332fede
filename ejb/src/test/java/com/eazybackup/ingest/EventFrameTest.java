package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.News.Spot;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFrameTest {

    private static final long NOW = 1_800_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Type':4200,'Timestamp':1799999990,'Data':{'GUID':'j','Username':'u','Status':6001}}",
                "{'Type':4201,'Timestamp':1799999990,'Data':{'GUID':'j','Username':'u','Status':7002,'EndTime':1799999980}}",
                "{'Type':4102,'Timestamp':1799999990,'Actor':'u'}",
                "{'Type':4101,'Timestamp':1799999990,'ResourceID':'u'}",
                "{'Type':4701,'Timestamp':1799999990,'Actor':'admin','ResourceID':'d','Data':{'Username':'u'}}",
                "{'Type':4702,'Timestamp':1799999990,'ResourceID':'d','Data':{'Username':'u'}}",
                "{'Type':4703,'Timestamp':1799999990,'ResourceID':'d','Data':{'Username':'u'}}",
                "{'Type':4201,'Timestamp':1799999990,'Data':{}}",
            })
    void whatIsToldAsAnEventIsReadBackAsTheSameNews(String frame) {
        News news = EventReader.read(frame.replace('\'', '"'), Instant.ofEpochSecond(NOW));
        assertThat(EventReader.read(EventFrame.of(news), Instant.ofEpochSecond(NOW)))
                .isEqualTo(news);
    }

    @Test
    void aProfileAndANewDeviceKeepWhatTheySay() {
        News.Profile profile =
                (News.Profile)
                        read(
                                "{'Type':4102,'Timestamp':1799999990,'Data':{'Username':'u','Devices':{'d':{}},'Sources':{},'Destinations':{}}}");
        News.Profile again =
                (News.Profile) EventReader.read(EventFrame.of(profile), Instant.ofEpochSecond(NOW));
        assertThat(again.profile().tree()).isEqualTo(profile.profile().tree());
        News.DeviceAdded added =
                (News.DeviceAdded)
                        read(
                                "{'Type':4700,'Timestamp':1799999990,'Actor':'a','ResourceID':'d','Data':{'FriendlyName':'N'}}");
        News.DeviceAdded addedAgain =
                (News.DeviceAdded)
                        EventReader.read(EventFrame.of(added), Instant.ofEpochSecond(NOW));
        assertThat(addedAgain.config().name()).isEqualTo("N");
        assertThat(addedAgain.actor()).isEqualTo("a");
        assertThat(addedAgain.deviceId()).isEqualTo("d");
    }

    @Test
    void aListIsNoEvent() {
        assertThat(
                        EventFrame.of(
                                new News.Presences(
                                        Map.of(new Spot("u", "d"), true),
                                        Map.of(),
                                        Instant.ofEpochSecond(NOW))))
                .isEqualTo(EventFrame.NONE);
    }

    private static News read(String frame) {
        return EventReader.read(frame.replace('\'', '"'), Instant.ofEpochSecond(NOW));
    }
}
