package com.eazybackup.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class ProtocolCheckTest {

    private static final String ADMIN = "/api/v1/admin/";
    private static final String SIGN_IN = "Username=portal&AuthType=Password&Password=hush";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ProtocolCheck check = new ProtocolCheck();

    @Test
    void aRightRequestIsSeenAndNothingElse() {
        ask("job/cancel", SIGN_IN + "&TargetUser=larkspur&JobID=1");
        ask("dispatcher/list-active", SIGN_IN + "&UserNameFilter=");
        ask("dispatcher/uninstall-software", SIGN_IN + "&TargetID=1&RemoveConfigFile=true");
        assertThat(check.complaints()).isEmpty();
        assertThat(check.callsSeen()).hasSize(3).contains(ADMIN + "job/cancel");
        check.clear();
        assertThat(check.callsSeen()).isEmpty();
    }

    @Test
    void aWrongNameIsTwoComplaints() {
        ask(
                "dispatcher/delete-snapshot",
                SIGN_IN + "&TargetID=1&Destination=2&SnapshotID=3&SnapshotID=3");
        assertThat(check.complaints())
                .containsExactly(
                        ADMIN + "dispatcher/delete-snapshot lacks DestinationID",
                        ADMIN
                                + "dispatcher/delete-snapshot has Destination, which the call does"
                                + " not take",
                        ADMIN + "dispatcher/delete-snapshot has SnapshotID more than once");
    }

    @Test
    void signingInTakesItsOwnFieldsAndNoOthers() {
        ask("list-users", "Username=portal&AuthType=SessionKey&Password=hush");
        assertThat(check.complaints())
                .anyMatch(text -> text.contains("lacks SessionKey"))
                .anyMatch(text -> text.contains("has Password"))
                .noneMatch(text -> text.contains("hush"));
        check.clear();
        ask("list-users", "Username=portal&AuthType=Magic");
        assertThat(check.complaints()).singleElement().asString().contains("no AuthType");
    }

    @Test
    void valuesAreEncodedAsTheirTypeIs() {
        ask("get-jobs-for-date-range", SIGN_IN + "&Start=1.5&End=-1");
        ask("dispatcher/uninstall-software", SIGN_IN + "&TargetID=1&RemoveConfigFile=yes");
        ask("dispatcher/delete-snapshots", SIGN_IN + "&TargetID=1&DestinationID=2&SnapshotIDs=a,b");
        ask("meta/stats", SIGN_IN + "&Simple=");
        ask("dispatcher/update-software", SIGN_IN + "&TargetID=1&SelfAddress=");
        assertThat(check.complaints())
                .containsExactly(
                        ADMIN + "get-jobs-for-date-range has a Start that is no INT",
                        ADMIN
                                + "dispatcher/uninstall-software has a RemoveConfigFile that is no"
                                + " BOOL",
                        ADMIN + "dispatcher/delete-snapshots has a SnapshotIDs that is no JSON",
                        ADMIN + "meta/stats has a Simple that is no BOOL",
                        ADMIN
                                + "dispatcher/update-software has an empty SelfAddress, which is to"
                                + " be left out then");
    }

    @Test
    void aStoredThingMustBeWholeAQuestionNeedNot() {
        ask(
                "get-jobs-for-custom-search",
                SIGN_IN + "&Query=" + encoded("{\"ClauseType\":\"and\",\"ClauseChildren\":[]}"));
        assertThat(check.complaints()).isEmpty();
        ask(
                "set-user-profile",
                SIGN_IN + "&TargetUser=a&ProfileData=" + encoded("{\"Username\":\"a\"}"));
        assertThat(check.complaints())
                .anyMatch(text -> text.endsWith("has a wrong ProfileData has no Policy"));
    }

    @Test
    void addressAndKindOfBodyCount() {
        check.request(ADMIN + "list-users", "application/json", "a=b", Form.parse(SIGN_IN));
        assertThat(check.complaints()).hasSize(2);
        check.request("/api/v1/admin/list-people", FORM, "", Form.parse(SIGN_IN));
        assertThat(check.complaints()).contains("/api/v1/admin/list-people is no call");
    }

    @Test
    void answersAreHeldAgainstTheirTypes() throws Exception {
        String call = "dispatcher/request-import-sources";
        assertThat(answer(call, "{'Status':200,'Message':'OK','ImportSources':{'a':'b'}}"))
                .isEmpty();
        assertThat(answer(call, "{'Status':200,'Message':'OK','ImportSources':null}")).isEmpty();
        assertThat(answer(call, "{'Status':'200','ImportSources':{'a':1},'Extra':1}"))
                .containsExactly(
                        place(call) + " must be INT and is STRING".replaceFirst("^", ".Status"),
                        place(call) + " has no Message",
                        place(call) + ".ImportSources{} must be TEXT and is NUMBER",
                        place(call) + " has Extra, which DispatcherAdminSourcesResponse has not");
    }

    @Test
    void whatIsOptionalMayBeNullAndNumbersAreWhole() throws Exception {
        assertThat(answer("count-jobs-for-custom-search", "{'Count':1.5}")).hasSize(1);
        assertThat(answer("count-jobs-for-custom-search", "{'Count':null}")).hasSize(1);
        assertThat(answer("meta/stats", "{'yesterday':null}")).hasSize(2);
        assertThat(
                        answer(
                                "dispatcher/run-backup",
                                "{'Status':200,'Message':'OK','JobID':null,'FromTheFuture':1}"))
                .isEmpty();
    }

    private static String place(String call) {
        return ADMIN + call + " answered:";
    }

    private Collection<String> answer(String call, String json) throws JsonProcessingException {
        return check.answerComplaints(
                ADMIN + call, new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    private void ask(String call, String form) {
        check.request(ADMIN + call, FORM, "", Form.parse(form));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
