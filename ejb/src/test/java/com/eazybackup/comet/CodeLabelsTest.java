package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeLabelsTest {

    private static final CodeLabels ENGLISH = CodeLabels.in(Locale.ENGLISH);
    private static final CodeLabels FRENCH = CodeLabels.in(Locale.CANADA_FRENCH);

    /** Every table that the package has, so that a new one cannot be forgotten. */
    static List<Class<? extends CometCode>> tables() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("com.eazybackup.comet")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(CometCode.class))
                        .map(JavaClass::reflect)
                        .<Class<? extends CometCode>>map(type -> type.asSubclass(CometCode.class))
                        .toList();
    }

    private static Stream<CometCode> codes() {
        return tables().stream().flatMap(table -> Arrays.stream(table.getEnumConstants()));
    }

    @Test
    void thereAreTables() {
        assertThat(tables()).hasSizeGreaterThan(30).contains(Engine.class, RestoreType.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"codes.properties", "codes_fr.properties"})
    void eachCodeHasItsWordsInBothLanguagesAndNoWordsAreLeftOver(String bundle) throws Exception {
        PropertyResourceBundle texts;
        try (var file = CodeLabels.class.getResourceAsStream(bundle)) {
            texts = new PropertyResourceBundle(file);
        }
        Set<String> wanted = codes().map(CodeLabels::key).collect(Collectors.toSet());
        wanted.add("unknown");
        assertThat(texts.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(texts.keySet()).allMatch(key -> !texts.getString(key).isBlank());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noTwoConstantsOfATableHaveTheSameCode(Class<? extends CometCode> table) {
        assertThat(Arrays.stream(table.getEnumConstants()).map(CometCode::wire))
                .doesNotHaveDuplicates();
    }

    @Test
    void aCodeIsReadInTheLanguageOfTheReader() {
        assertThat(ENGLISH.of(JobStatus.of(6003), 6003)).isEqualTo("Waiting to try again");
        assertThat(FRENCH.of(JobStatus.of(7004), 7004)).isEqualTo("Manquée");
        assertThat(FRENCH.of(VaultType.SMB)).isEqualTo("Partage réseau (SMB)");
    }

    @Test
    void aLanguageWithoutWordsReadsEnglishWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRENCH);
            assertThat(CodeLabels.in(Locale.GERMAN).of(Engine.DISK_IMAGE)).isEqualTo("Disk Image");
            assertThat(CodeLabels.in(Locale.CANADA).of(Engine.DISK_IMAGE)).isEqualTo("Disk Image");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anUnknownCodeIsShownWithItsNumberOrText() {
        assertThat(ENGLISH.of(JobStatus.of(6042), 6042)).isEqualTo("Unknown (6042)");
        assertThat(FRENCH.of(VaultType.of(1300), 1300)).isEqualTo("Inconnu (1300)");
        assertThat(ENGLISH.of(Engine.of("engine2/{moon}"), "engine2/{moon}"))
                .isEqualTo("Unknown (engine2/{moon})");
        assertThat(ENGLISH.of(EventType.of(4899, ""), 4899)).isEqualTo("Unknown (4899)");
    }

    @Test
    void aNumberIsShownAsItIsAndNotGrouped() {
        assertThat(ENGLISH.of(JobClassification.of(1234567), 1234567))
                .isEqualTo("Unknown (1234567)");
    }

    @Test
    void unknownCodesAreCountedAndKnownOnesAreNot() {
        String code = "engine9/counted";
        assertThat(UnknownCodes.counts()).doesNotContainKey("Engine " + code);
        List<Engine> found = new ArrayList<>();
        found.add(Engine.of(code));
        found.add(Engine.of(code));
        found.add(Engine.of("engine1/hyperv"));
        assertThat(found).containsExactly(Engine.UNKNOWN, Engine.UNKNOWN, Engine.HYPER_V);
        assertThat(UnknownCodes.counts())
                .containsEntry("Engine " + code, 2L)
                .doesNotContainKey("Engine engine1/hyperv");
    }

    @Test
    void aFloodOfUnknownCodesTakesNoMoreThanItsRoom() {
        for (int code = 0; code < 5000; code++) {
            assertThat(ArchiveFormat.of(100_000 + code)).isEqualTo(ArchiveFormat.UNKNOWN);
        }
        assertThat(UnknownCodes.counts().keySet())
                .filteredOn(code -> code.startsWith("ArchiveFormat "))
                .hasSizeLessThan(110)
                .contains("ArchiveFormat " + UnknownCodes.OTHERS);
    }
}
