package org.example.gazette;

import java.util.ArrayList;
import java.util.List;

import org.example.gazette.api.ListsAndPagesApi;
import org.example.gazette.api.ReadApi;
import org.example.gazette.model.ArticleItem;
import org.example.gazette.model.ArticleView;
import org.example.gazette.model.ListView;
import org.example.gazette.model.ListingArticleItem;
import org.example.gazette.model.PageView;

/** Reads the sample newsroom with the generated client: what does not exist in the contract does not compile here. */
public class ReadNewsroom {

    public static void main(String[] arguments) throws Exception {
        ApiClient server = new ApiClient();
        server.updateBaseUri(System.getenv("GAZETTE"));
        ReadApi read = new ReadApi(server);

        PageView home = new ListsAndPagesApi(server)
                .getPage(ListsAndPagesApi.APIGetPageRequest.newBuilder().key("home").build());
        List<String> titles = home.getLists().stream().map(ListView::getTitle).toList();

        List<ArticleItem> putin = new ArrayList<>();
        String cursor = null;
        do {
            ListingArticleItem page = read.listArticlesOfTag(ReadApi.APIListArticlesOfTagRequest.newBuilder()
                    .ref("putin")
                    .limit(3)
                    .cursor(cursor)
                    .build());
            putin.addAll(page.getItems());
            cursor = page.getNext() == null ? null : page.getNext().replaceFirst(".*cursor=", "");
        } while (cursor != null);

        ArticleView story = read.getArticle(ReadApi.APIGetArticleRequest.newBuilder()
                .ref(putin.get(1).getSlug())
                .build());

        System.out.println("Java: " + String.join(", ", titles));
        System.out.printf("Java: %d articles of putin; \"%s\" has %d words%n",
                putin.size(), story.getTitle(), story.getWordCount());
        System.out.println("Java: " + refusal(read));
        if (putin.size() != 8) {
            System.exit(1);
        }
    }

    private static String refusal(ReadApi read) throws Exception {
        try {
            read.getArticle(ReadApi.APIGetArticleRequest.newBuilder().ref("ferry-report-withdrawn").build());
            throw new IllegalStateException("A withdrawn article was given out");
        } catch (ApiException refused) {
            return refused.getCode() + " " + refused.getResponseBody();
        }
    }
}
