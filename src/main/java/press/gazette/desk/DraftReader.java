package press.gazette.desk;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import press.gazette.admission.ContentBound;
import press.gazette.json.Json;
import press.gazette.json.MergePatch;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** Reads the content of a request as a record or as a {@link MergePatch} of one. */
@Provider
@Singleton
@Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
public final class DraftReader implements MessageBodyReader<Object> {

    private final CurrentRequest calls;
    private final ContentBound bound;
    private final ContentBudget budget;

    DraftReader(CurrentRequest calls, ContentBound bound, ContentBudget budget) {
        this.calls = calls;
        this.bound = bound;
        this.budget = budget;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord() || type == MergePatch.class;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream) {
        requirePlainUtf8(mediaType, headers);
        String length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        long expected = length == null ? bound.bytes() : Long.parseLong(length);
        if (expected > bound.bytes()) {
            throw bound.exceeded();
        }
        budget.take(calls.routing(), expected);
        byte[] content = content(stream);
        calls.read(content);
        Class<?> target = type;
        return target == MergePatch.class
                ? MergePatch.read(content)
                : Json.draft(content, target.asSubclass(Record.class));
    }

    /** Reads at most one byte more than allowed. */
    private byte[] content(InputStream stream) {
        try {
            byte[] content = stream.readNBytes((int) Math.min(bound.bytes() + 1, Integer.MAX_VALUE));
            if (content.length > bound.bytes()) {
                throw bound.exceeded();
            }
            return content;
        } catch (IOException e) {
            throw Problem.of(ProblemType.MALFORMED_REQUEST, "The content has not arrived completely.");
        }
    }

    /** Without a Content-Type the content cannot be assumed to be JSON. */
    private static void requirePlainUtf8(MediaType mediaType, MultivaluedMap<String, String> headers) {
        String charset = mediaType.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        List<String> coding = headers.getOrDefault(HttpHeaders.CONTENT_ENCODING, List.of("identity"));
        if (!headers.containsKey(HttpHeaders.CONTENT_TYPE)
                || !charset.toLowerCase(Locale.ROOT).equals("utf-8")
                || !coding.equals(List.of("identity"))) {
            throw new NotSupportedException();
        }
    }
}
