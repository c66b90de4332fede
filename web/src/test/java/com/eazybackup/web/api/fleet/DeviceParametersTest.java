package com.eazybackup.web.api.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.fleet.DeviceFilter;
import com.eazybackup.fleet.DeviceQuery;
import com.eazybackup.fleet.DeviceSort;
import com.eazybackup.fleet.DeviceState;
import com.eazybackup.fleet.GroupChoice;
import com.eazybackup.fleet.Grouping;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceParametersTest {

    private final DeviceParameters parameters = new DeviceParameters();

    @Test
    void nothingAskedIsTheFirstPageByNameInUtc() {
        assertThat(parameters.query()).isEqualTo(DeviceQuery.first(ZoneId.of("UTC")));
    }

    @Test
    void everythingAskedIsTaken() {
        parameters.page = "3";
        parameters.size = "200";
        parameters.sort = "-username";
        parameters.text = "dc";
        parameters.online = "false";
        parameters.zone = "America/Toronto";

        assertThat(parameters.query())
                .isEqualTo(
                        new DeviceQuery(
                                3,
                                200,
                                DeviceSort.USERNAME_DOWN,
                                DeviceFilter.of("dc", Optional.of(false)),
                                ZoneId.of("America/Toronto")));
    }

    @Test
    void groupsAreNamedByTheirIdsAndStandTogetherWhenAskedTo() {
        parameters.group = "7,0";
        parameters.by = "group";
        parameters.closed = "9,0";

        DeviceQuery query = parameters.query();
        assertThat(query.filter().groups()).isEqualTo(new GroupChoice(Set.of(7, 0), false));
        assertThat(query.grouping()).contains(new Grouping(Set.of(9, 0)));
        assertThat(query.sort()).isEqualTo(DeviceSort.WORST);

        parameters.group = "issues";
        parameters.sort = "-name";
        assertThat(parameters.query().filter().groups()).isEqualTo(new GroupChoice(Set.of(), true));
        assertThat(parameters.query().sort()).isEqualTo(DeviceSort.NAME_DOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven", "-1", "7;8", "7,", "issues,7", "12345678901", "0x1", " 7"})
    void aGroupThatIsNoNumberIsRefused(String group) {
        parameters.group = group;
        refused("group");
    }

    @Test
    void closedGroupsAndTheWayToStandAreCheckedAsWell() {
        parameters.by = "group";
        parameters.closed = "all";
        refused("closed");

        parameters.by = "client";
        refused("by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "1e3", "99999999999", "ten", " 5"})
    void aSizeThatIsNoNumberFromOneToTwoHundredIsRefused(String size) {
        parameters.size = size;
        refused("size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "--name", "name,id", "name desc", "NAME", "1"})
    @Tag("fault-30")
    void aFieldThatIsNotInTheListIsRefusedAndNeverReachesTheStatement(String sort) {
        parameters.sort = sort;
        refused("sort");
    }

    @Test
    void statesAreNamedWithCommasBetweenThem() {
        parameters.status = "error,overdue,success";

        assertThat(parameters.query().filter().standing())
                .contains(EnumSet.of(DeviceState.ERROR, DeviceState.OVERDUE, DeviceState.SUCCESS));
    }

    @Test
    void issuesOnlyAreThoseThatNeedSomebodyAndAmongStatesThoseOfThem() {
        parameters.issuesOnly = "true";
        assertThat(parameters.query().filter().standing()).contains(DeviceState.NEEDING);

        parameters.status = "error,success";
        assertThat(parameters.query().filter().standing()).contains(EnumSet.of(DeviceState.ERROR));

        parameters.status = "success";
        assertThat(parameters.query().filter().standing()).contains(Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad", "error,", ",", "ERROR", "error overdue", "0"})
    void aStateThatIsNoneIsRefused(String status) {
        parameters.status = status;
        refused("status");
    }

    @Test
    void issuesOnlyIsYesOrNo() {
        parameters.issuesOnly = "1";
        refused("issues_only");
    }

    @Test
    void aZoneThatDoesNotExistIsRefused() {
        parameters.zone = "Mars/Olympus";
        refused("tz");
    }

    @Test
    void onlineIsYesOrNo() {
        parameters.online = "1";
        refused("online");
    }

    @Test
    void aSearchOfManyKilobytesIsRefused() {
        parameters.text = "x".repeat(201);
        refused("q");
    }

    private void refused(String name) {
        assertThatThrownBy(parameters::query)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.code()).isEqualTo(ProblemCode.VALIDATION))
                .hasMessageStartingWith(name + " ");
    }
}
