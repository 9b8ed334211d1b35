package guidang.server.web;

import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The document of the API. It is the same whatever the port and the machine: a
/// copy is committed, and the pages' client is made from it.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static {
        SpringDocUtils.getConfig().replaceWithSchema(Code.class, new StringSchema().pattern("[A-Z0-9][A-Z0-9-]{0,31}"))
                .replaceWithSchema(Period.class, new StringSchema().example("2026-H1"));
    }

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info().title("Guidang 归档").version("1")
                        .description("Reports of the branches of a large organisation: filed, proven, searched and counted.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/"))).addSecurityItem(new SecurityRequirement().addList("bearer"))
                .components(new Components()
                        .addSecuritySchemes("bearer",
                                new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"))
                        .addSchemas("Problem", problem())
                        .addResponses("Problem", new ApiResponse().description("What was refused, and what to do")
                                .content(new Content().addMediaType("application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))))));
    }

    @Bean
    OpenApiCustomizer problemsAndOrder() {
        return api -> {
            api.getPaths().values().forEach(path -> path.readOperations().forEach(OpenApiConfiguration::failing));
            var schemas = api.getComponents().getSchemas();
            api.getComponents().setSchemas(new TreeMap<>(schemas));
        };
    }

    private static void failing(Operation operation) {
        operation.getResponses().addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem"));
    }

    /// RFC 9457.
    private static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema()
                .description("RFC 9457; `code` and `action` are ours; a problem's own arguments are further members.");
        problem.addProperty("type", new StringSchema().example("urn:guidang:problem:file-too-large"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema());
        problem.addProperty("code", new StringSchema().example("file-too-large"));
        problem.addProperty("action", new StringSchema());
        problem.addProperty("fields", new ArraySchema().items(new StringSchema()));
        problem.setRequired(List.of("type", "title", "status", "detail", "code", "action"));
        problem.setAdditionalProperties(true);
        return problem;
    }
}
