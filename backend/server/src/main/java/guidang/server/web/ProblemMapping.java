package guidang.server.web;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.StoreUnavailable;
import guidang.server.objects.WriteOutcomeUnknown;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// From any exception to the one problem that the caller is told of. What is
/// not named here is `INTERNAL`: no message of an exception ever reaches
/// a caller.
final class ProblemMapping {
    private ProblemMapping() {
    }

    static Problem of(Throwable error) {
        Problem named = cause(error, Problem.class);
        if (named != null) {
            return named;
        }
        if (cause(error, DataBufferLimitException.class) != null) {
            return new Problem(ProblemType.REQUEST_TOO_LARGE);
        }
        JacksonException json = cause(error, JacksonException.class);
        if (json != null && error instanceof ServerWebInputException) {
            return cause(error, StreamReadException.class) == null ? json(json) : new Problem(ProblemType.MALFORMED_REQUEST);
        }
        return switch (error) {
            case StoreUnavailable _ -> new Problem(ProblemType.STORE_UNAVAILABLE);
            case WriteOutcomeUnknown _ -> new Problem(ProblemType.OUTCOME_UNKNOWN);
            case WebExchangeBindException invalid -> invalid(fields(invalid));
            case MissingRequestValueException missing -> invalid(Set.of(missing.getName()));
            case ServerWebInputException input -> input(input);
            case HandlerMethodValidationException invalid -> invalid(parameters(invalid));
            case MethodNotAllowedException _ -> new Problem(ProblemType.METHOD_NOT_ALLOWED);
            case UnsupportedMediaTypeStatusException _ -> new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            case NotAcceptableStatusException _ -> new Problem(ProblemType.NOT_ACCEPTABLE);
            case ResponseStatusException other -> status(other.getStatusCode().value());
            default -> new Problem(ProblemType.INTERNAL);
        };
    }

    /// A parameter of the wrong type names itself; anything else is a body that is
    /// missing or not to be read.
    private static Problem input(ServerWebInputException e) {
        var parameter = e.getMethodParameter();
        String name = parameter == null ? null : parameter.getParameterName();
        return name == null || !(e.getCause() instanceof TypeMismatchException)
                ? new Problem(ProblemType.MALFORMED_REQUEST)
                : invalid(Set.of(name));
    }

    private static Problem json(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> new Problem(ProblemType.UNKNOWN_FIELD, "field", path(unknown));
            case DatabindException mismatch when !mismatch.getPath().isEmpty() -> invalid(Set.of(path(mismatch)));
            default -> new Problem(ProblemType.MALFORMED_REQUEST);
        };
    }

    /// `documents[2].due`
    private static String path(JacksonException e) {
        return e.getPath().stream().map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : r.getPropertyName())
                .collect(Collectors.joining(".")).replace(".[", "[");
    }

    private static Set<String> fields(WebExchangeBindException e) {
        return e.getFieldErrors().stream().map(f -> f.getField()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> parameters(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream().map(r -> String.valueOf(r.getMethodParameter().getParameterName()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Problem invalid(Set<String> fields) {
        return new Problem(ProblemType.INVALID_FIELD, "fields", List.copyOf(fields));
    }

    private static Problem status(int status) {
        return new Problem(switch (status) {
            case 400 -> ProblemType.MALFORMED_REQUEST;
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.REQUEST_TOO_LARGE;
            case 503 -> ProblemType.BUSY;
            default -> ProblemType.INTERNAL;
        });
    }

    private static <T extends Throwable> @Nullable T cause(Throwable error, Class<T> type) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
