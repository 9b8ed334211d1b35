package guidang.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("guidang.server");

    @Test
    void theRoomsKeepToTheirArrows() {
        ApplicationModules.of(GuidangApplication.class).verify();
    }

    @Test
    void onlyTheIndexAndTheQuestionsAboveItImportElasticsearch() {
        noClasses().that().resideOutsideOfPackages("guidang.server.index..", "guidang.server.query..").should()
                .dependOnClassesThat()
                .resideInAnyPackage("co.elastic..").check(CLASSES);
    }

    @Test
    void onlyObjectsImportsTheObjectStoreClient() {
        noClasses().that().resideOutsideOfPackage("guidang.server.objects..").should().dependOnClassesThat()
                .resideInAnyPackage("io.minio..", "okhttp3..").check(CLASSES);
    }

    @Test
    void theKernelKnowsOnlyTheJdk() {
        noClasses().that().resideInAPackage("guidang.server.kernel..").should().dependOnClassesThat()
                .resideOutsideOfPackages("java..", "guidang.server.kernel..", "org.jspecify..", "org.springframework.modulith..")
                .check(CLASSES);
    }

    @Test
    void nothingBlocks() {
        noClasses().should().callMethod(reactor.core.publisher.Mono.class, "block").orShould()
                .callMethod(reactor.core.publisher.Flux.class, "blockLast").orShould()
                .callMethod(reactor.core.publisher.Flux.class, "blockFirst").check(CLASSES);
    }
}
