package press.gazette.media;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A page of a listing of objects (ListObjectsV2), with two of them at most. */
final class ObjectPage {

    private static final int MOST = 2;

    private ObjectPage() {}

    /**
     * The page that a query asks for.
     *
     * @param names of all objects, in their order
     */
    static byte[] of(Collection<String> names, Function<String, Instant> stored, String query) {
        String prefix = parameter(query, "prefix");
        String behind = parameter(query, "continuation-token");
        List<String> left = names.stream()
                .filter(name -> name.startsWith(prefix) && name.compareTo(behind) > 0)
                .toList();
        StringBuilder page = new StringBuilder("<?xml version=\"1.0\"?><ListBucketResult>");
        left.stream()
                .limit(MOST)
                .forEach(name -> page.append("<Contents><Key>")
                        .append(name)
                        .append("</Key><LastModified>")
                        .append(stored.apply(name))
                        .append("</LastModified><Size>1</Size></Contents>"));
        page.append("<IsTruncated>").append(left.size() > MOST).append("</IsTruncated>");
        if (left.size() > MOST) {
            page.append("<NextContinuationToken>").append(left.get(MOST - 1)).append("</NextContinuationToken>");
        }
        return page.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String parameter(String query, String name) {
        return Arrays.stream(query.split("&"))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> URLDecoder.decode(each.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
