package com.eazybackup.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one formula: what items count as guests and accounts. */
class ProtectedCountTest {

    private static final String ZERO = "{'GUID':'','Status':0,'TotalVmCount':0}";

    /** Columns: engine, last successful backup, last backup, guests. */
    @ParameterizedTest(name = "{0}, successful {1}, last {2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "engine1/hyperv  | {'GUID':'a','Status':5000,'TotalVmCount':7} | {'GUID':'b','Status':7002,'TotalVmCount':2} | 7",
                "engine1/vmware  | {'GUID':'a','Status':5000,'TotalVmCount':3} | {}                                          | 3",
                "engine1/proxmox | {'GUID':'a','Status':5000,'TotalVmCount':4} | {}                                          | 4",
                "engine1/hyperv  | {'GUID':'a','Status':5000,'TotalVmCount':0} | {'GUID':'b','Status':5000,'TotalVmCount':9} | 0",
                "engine1/hyperv  | ZERO                                        | {'GUID':'b','Status':5000,'TotalVmCount':9} | 9",
                "engine1/hyperv  | {}                                          | {'Status':'SUCCESS','TotalVmCount':5}       | 5",
                "engine1/hyperv  | ZERO                                        | {'GUID':'b','Status':7001,'TotalVmCount':9} | 0",
                "engine1/hyperv  | ZERO                                        | ZERO                                        | 0",
                "engine1/hyperv  | {'GUID':'a','TotalVmCount':-3}              | {}                                          | 0",
                "engine1/file    | {'GUID':'a','Status':5000,'TotalVmCount':7} | {}                                          | 0",
            })
    void guestsAreThoseOfTheLastSuccessfulBackup(
            String engine, String successful, String last, int guests) throws Exception {
        ProtectedCount count = of(engine, successful, last);

        assertThat(count.hyperV() + count.vmware() + count.proxmox()).isEqualTo(guests);
        assertThat(count.hyperV()).isEqualTo(engine.contains("hyperv") ? guests : 0);
        assertThat(count.vmware()).isEqualTo(engine.contains("vmware") ? guests : 0);
        assertThat(count.proxmox()).isEqualTo(engine.contains("proxmox") ? guests : 0);
    }

    @Test
    void accountsAreThoseOfTheLastBackupWhateverTheEngineAndItsEnd() throws Exception {
        String failed = "{'GUID':'b','Status':7002,'TotalAccountsCount':46}";

        assertThat(of("engine1/winmsofficemail", ZERO, failed).officeAccounts()).isEqualTo(46);
        assertThat(of("engine1/new", "{'GUID':'a','TotalAccountsCount':9}", failed))
                .isEqualTo(new ProtectedCount(0, 0, 0, 46));
        assertThat(of("engine1/file", ZERO, "{'TotalAccountsCount':-1}"))
                .isEqualTo(ProtectedCount.NOTHING);
    }

    @Test
    void whatIsMissingOrOfAnotherKindSaysNothing() throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(ProtectedCount.of("engine1/hyperv", json.missingNode()))
                .isEqualTo(ProtectedCount.NOTHING);
        assertThat(ProtectedCount.of("engine1/hyperv", json.readTree("[1,\"x\"]")))
                .isEqualTo(ProtectedCount.NOTHING);
    }

    private static ProtectedCount of(String engine, String successful, String last)
            throws Exception {
        String statistics =
                "{'LastSuccessfulBackupJob':" + successful + ",'LastBackupJob':" + last + "}";
        return ProtectedCount.of(
                engine,
                new ObjectMapper().readTree(statistics.replace("ZERO", ZERO).replace('\'', '"')));
    }
}
