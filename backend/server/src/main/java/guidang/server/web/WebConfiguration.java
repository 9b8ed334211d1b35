package guidang.server.web;

import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/// Languages, and how the kernel's identifiers look in JSON.
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    /// Chinese unless English is asked for.
    @Bean(WebHttpHandlerBuilder.LOCALE_CONTEXT_RESOLVER_BEAN_NAME)
    LocaleContextResolver localeContextResolver() {
        AcceptHeaderLocaleContextResolver resolver = new AcceptHeaderLocaleContextResolver();
        resolver.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return resolver;
    }

    /// A code or a period is a string; one of another form is refused where it
    /// is read.
    @Bean
    JacksonModule kernelIdentifiers() {
        return new SimpleModule("guidang-kernel").addSerializer(Code.class, new Text<>(Code.class))
                .addSerializer(Period.class, new Text<>(Period.class)).addDeserializer(Code.class, new CodeReader())
                .addDeserializer(Period.class, new PeriodReader());
    }

    private static final class Text<T> extends StdScalarSerializer<T> {
        Text(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toString());
        }
    }

    private static final class CodeReader extends StdScalarDeserializer<Code> {
        CodeReader() {
            super(Code.class);
        }

        @Override
        public Code deserialize(JsonParser in, DeserializationContext context) {
            return Code.of(in.getValueAsString(""));
        }
    }

    private static final class PeriodReader extends StdScalarDeserializer<Period> {
        PeriodReader() {
            super(Period.class);
        }

        @Override
        public Period deserialize(JsonParser in, DeserializationContext context) {
            return new Period(in.getValueAsString("").strip());
        }
    }
}
