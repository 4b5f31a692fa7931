package io.assay.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The rules of the house: which room may call which, how things are named, how large they grow.
class HouseRulesTest {
  private static final List<String> CORE_ORDER =
      List.of(
          "canon",
          "message",
          "asset",
          "directory",
          "reading",
          "price",
          "market",
          "call",
          "chance",
          "reputation",
          "foresight",
          "score",
          "ledger",
          "drawer",
          "lineage",
          "output",
          "flow");
  private static final int MOST_TYPES = 20;

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.assay");

  @Test
  void packages_haveNoCycles() {
    slices().matching("io.assay.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void core_knowsNothingButTheJdkAndItself() {
    classes()
        .that()
        .resideInAPackage("io.assay.core..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("io.assay.core..", "java..", "org.jspecify..", "org.slf4j")
        .check(HOUSE);
  }

  @Test
  void core_packagesUseOnlyThoseBeforeThem() {
    for (int i = 0; i < CORE_ORDER.size(); i++) {
      String[] later =
          CORE_ORDER.subList(i + 1, CORE_ORDER.size()).stream()
              .map(name -> "io.assay.core." + name + "..")
              .toArray(String[]::new);
      if (later.length > 0) {
        noClasses()
            .that()
            .resideInAPackage("io.assay.core." + CORE_ORDER.get(i) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later)
            .allowEmptyShould(true)
            .check(HOUSE);
      }
    }
  }

  @Test
  void core_readsNoClockNoChanceAndNoNetwork() {
    noClasses()
        .that()
        .resideInAPackage("io.assay.core..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.random", "java.net", "java.sql")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .check(HOUSE);
  }

  @Test
  void modules_pointOneWay() {
    noClasses()
        .that()
        .resideInAnyPackage("io.assay.core..", "io.assay.runtime..", "io.assay.sim..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.assay.adapters..", "io.assay.app..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage("io.assay.adapters..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.assay.app..", "io.assay.sim..")
        .check(HOUSE);
  }

  @Test
  void adapters_knowTheSharedSeamsAndNotEachOther() {
    slices()
        .matching("io.assay.adapters.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(alwaysTrue(), resideInAPackage("io.assay.adapters.http"))
        .ignoreDependency(alwaysTrue(), resideInAPackage("io.assay.adapters.provider"))
        .check(HOUSE);
  }

  @Test
  void names_areNounsOfTheTrade() {
    noClasses()
        .should()
        .haveNameMatching(
            ".*(Manager|Helper|Utils?|Impl|Handler|Processor|Coordinator|Service|Base)$")
        .orShould()
        .haveNameMatching(".*\\.(Abstract|Base)[A-Z].*")
        .check(HOUSE);
  }

  @Test
  void onlyMain_endsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Main.class.getName())
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(HOUSE);
  }

  @Test
  void packages_areNotCrowded() {
    Map<String, Long> types =
        HOUSE.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(types)
        .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_TYPES));
  }
}
