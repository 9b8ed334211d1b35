package guidang.server.index;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The scope is added in one place: nothing else asks for documents.
class DoorsTest {
    private static final Set<String> QUESTIONS = Set.of("search", "msearch", "count", "get", "mget", "getSource", "scroll",
            "knnSearch",
            "esql", "termvectors", "explain", "searchTemplate", "fieldCaps", "termsEnum");

    @Test
    void documentsAreAskedForThroughOneDoor() {
        noClasses().that().doNotHaveFullyQualifiedName(ScopedSearch.class.getName())
                // Its own notes, ids with hashes, and which slots have documents at a place.
                .and().doNotHaveFullyQualifiedName(SubtreeScan.class.getName()).and()
                .doNotHaveFullyQualifiedName(MetaIndex.class.getName()).and()
                .doNotHaveFullyQualifiedName(Comparer.class.getName()).should()
                .callMethodWhere(DescribedPredicate.describe("asks Elasticsearch",
                        (JavaMethodCall call) -> call.getTargetOwner().isEquivalentTo(ElasticsearchAsyncClient.class)
                                && QUESTIONS.contains(call.getName())))
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("guidang.server"));
    }
}
