package com.eazybackup.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemCountTest {

    private static final char NONE = '\0';

    private final ItemCount count = new ItemCount();

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = NONE,
            value = {
                "{\"Statistics\":{\"LastBackupJob\":{\"TotalVmCount\":6}}}|6",
                "{\"Statistics\":{\"LastBackupJob\":{\"TotalVmCount\":0}}}|1",
                "{\"Statistics\":{\"LastBackupJob\":{}}}|1",
                "{\"Statistics\":{\"LastSuccessfulBackupJob\":{\"TotalVmCount\":4}}}|4",
                "{\"Statistics\":{\"LastBackupJob\":null,\"LastSuccessfulBackupJob\":{\"TotalVmCount\":4}}}|4",
                "{\"Statistics\":{\"LastBackupJob\":{\"TotalVmCount\":2},\"LastSuccessfulBackupJob\":{\"TotalVmCount\":4}}}|2",
                "{\"Statistics\":{\"LastBackupJob\":{\"TotalVmCount\":-3}}}|1",
                "{}|1",
                "no json|1"
            })
    void machinesAreThoseOfTheLastBackupAndOneAtLeast(String item, int machines) {
        count.add("engine1/hyperv", "d", item);
        count.add("engine1/vmware", "d", item);

        assertThat(count.hyperVMachines()).isEqualTo(machines);
        assertThat(count.vmwareMachines()).isEqualTo(machines);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = NONE,
            value = {
                "{\"Statistics\":{\"LastBackupJob\":{\"TotalAccountsCount\":12}}}|12",
                "{\"Statistics\":{\"LastSuccessfulBackupJob\":{\"TotalAccountsCount\":9}}}|9",
                "{\"EngineProps\":{\"CUSTOM_SETTINGV2\":\"{\\\"BackupOptions\\\":{\\\"a\\\":31,\\\"b\\\":31,\\\"h,s,w\\\":24},\\\"MemberBackupOptions\\\":{\\\"b\\\":31,\\\"c\\\":31}}\"}}|3",
                "{\"EngineProps\":{\"CUSTOM_SETTINGV2\":\"{\\\"BackupOptions\\\":{\\\"h,s,w\\\":24}}\"}}|1",
                "{\"EngineProps\":{\"CUSTOM_SETTINGV2\":\"broken\"}}|1",
                "{\"Statistics\":{\"LastBackupJob\":{\"TotalAccountsCount\":0}}}|1",
                "{}|1",
                "[]|1"
            })
    void accountsAreThoseOfTheLastBackupElseWhatIsChosen(String item, int accounts) {
        count.add("engine1/winmsofficemail", "d", item);

        assertThat(count.officeAccounts()).isEqualTo(accounts);
    }

    @Test
    void aDeviceWithSeveralDiskImagesCountsOnceAndItemsOfNoDeviceEach() {
        for (String device : new String[] {"one", "one", "two", "", null, " "}) {
            count.add("engine1/windisk", device, "{}");
        }
        assertThat(count.imagedDevices()).isEqualTo(5);
    }

    @Test
    void otherEnginesAreNotCounted() {
        for (String engine :
                new String[] {
                    "engine1/file", "engine1/proxmox", "engine1/mssql", "engine9/x", ""
                }) {
            count.add(engine, "d", "{}");
        }
        assertThat(count.fileItems()).isEqualTo(1);
        assertThat(count.imagedDevices() + count.hyperVMachines() + count.vmwareMachines())
                .isZero();
        assertThat(count.officeAccounts()).isZero();
    }
}
