package com.eazybackup.web.api;

import com.eazybackup.platform.Reference;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.stream.Collectors;

/**
 * A body that cannot be read is the caller's mistake and is told as such, by the name of the field
 * and never by quoting the body, which may hold a password. An answer that cannot be written is
 * ours.
 */
@Provider
public class JsonTroubleMapper implements ExceptionMapper<JsonProcessingException> {

    private static final Logger LOG = System.getLogger(JsonTroubleMapper.class.getName());
    private static final int LONGEST_NAME = 64;

    @Override
    public Response toResponse(JsonProcessingException trouble) {
        return Problems.answer(problem(trouble));
    }

    static Problem problem(JsonProcessingException trouble) {
        Reference reference = Reference.next();
        // Who was at work tells whose mistake it is: the parser, or the generator.
        boolean theirs =
                tooMuch(trouble)
                        || (trouble.getProcessor() instanceof JsonParser
                                && !(trouble instanceof InvalidDefinitionException));
        if (theirs) {
            return Problem.of(ProblemCode.VALIDATION, sentence(trouble), reference);
        }
        LOG.log(Level.ERROR, reference + " an answer cannot be written as JSON", trouble);
        return Problems.ofStatus(500, reference);
    }

    private static String sentence(JsonProcessingException trouble) {
        if (trouble instanceof UnrecognizedPropertyException) {
            return "The field \"" + field(trouble) + "\" is not known here.";
        }
        String field = field(trouble);
        if (!field.isEmpty()) {
            return "The field \"" + field + "\" has a value of the wrong kind.";
        }
        return broken(trouble)
                ? "The body is not valid JSON."
                : "The body is not the JSON object that is expected.";
    }

    /** Deeper, longer or larger than {@link JsonFormat} reads. */
    private static boolean tooMuch(Throwable trouble) {
        return trouble instanceof StreamConstraintsException
                || (trouble.getCause() != null && tooMuch(trouble.getCause()));
    }

    /** The text itself is not JSON, which may come to light in the midst of a field. */
    private static boolean broken(JsonProcessingException trouble) {
        return trouble instanceof JsonParseException
                || tooMuch(trouble)
                || trouble.getCause() instanceof JsonParseException;
    }

    private static String field(JsonProcessingException trouble) {
        if (!(trouble instanceof JsonMappingException mapping) || broken(trouble)) {
            return "";
        }
        String path =
                mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                        .collect(Collectors.joining("."))
                        .replaceAll("[^\\w.\\[\\]-]", "?");
        return path.length() > LONGEST_NAME ? path.substring(0, LONGEST_NAME) : path;
    }
}
