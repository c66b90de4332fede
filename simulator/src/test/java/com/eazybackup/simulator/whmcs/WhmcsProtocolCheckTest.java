package com.eazybackup.simulator.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.http.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhmcsProtocolCheckTest {

    private static final String ORDER =
            "action=AddOrder&responsetype=json&identifier=i&secret=s&accesskey=k&clientid=1"
                    + "&paymentmethod=stripe&pid[0]=58&noinvoice=1";

    private final WhmcsProtocolCheck check = new WhmcsProtocolCheck();

    @Test
    void whatIsDocumentedIsNoComplaint() {
        check.request(Form.parse(ORDER + "&priceoverride[0]=1.50&customfields[0]=YTowOnt9"));
        check.request(
                Form.parse(
                        "action=UpdateClientProduct&responsetype=json&serviceid=1"
                                + "&nextduedate=2030-01-02&nextinvoicedate=2030-01-02"));
        assertThat(check.complaints()).isEmpty();
        assertThat(check.actionsSeen()).containsExactly("AddOrder", "UpdateClientProduct");
    }

    @ParameterizedTest
    @CsvSource({
        "&pid=58, AddOrder has pid without an index",
        "&clientid[0]=58, AddOrder has clientid with an index",
        "&colour=red, 'AddOrder has colour, which it does not take'",
        "&clientid=one, AddOrder has a clientid that is no int",
        "&noemail=false, AddOrder has a noemail that is no bool",
        "&priceoverride[0]=12.345, AddOrder has a priceoverride that is no decimal",
        "&customfields[0]=nonsense, AddOrder has a customfields that is no php",
        "&noinvoice=1, AddOrder has noinvoice more than once",
        "&responsetype=xml, AddOrder does not ask for JSON"
    })
    void whatIsNotDocumentedIsOne(String more, String complaint) {
        check.request(Form.parse(ORDER + more));
        assertThat(check.complaints()).contains(complaint);
    }

    @Test
    void whatIsMissingIsOne() {
        check.request(Form.parse("action=AddOrder&responsetype=json&clientid=1"));
        assertThat(check.complaints()).containsExactly("AddOrder lacks paymentmethod");
    }

    @Test
    void anUnknownActionIsOneAndAComplaintHoldsNoValue() {
        check.request(Form.parse("action=Brew&responsetype=json"));
        check.request(Form.parse(ORDER + "&clientip=secret-4711&what=secret-4711"));
        assertThat(check.complaints()).contains("Brew is not in the table");
        assertThat(check.complaints().toString()).doesNotContain("4711");
        check.clear();
        assertThat(check.complaints()).isEmpty();
    }
}
