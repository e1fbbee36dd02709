import java.util.ArrayList;
import java.util.List;

import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.DeskArticlesApi;
import org.openapitools.client.api.ListsAndPagesApi;
import org.openapitools.client.api.ReadApi;
import org.openapitools.client.model.NewArticle;
import org.openapitools.client.model.ArticleItem;
import org.openapitools.client.model.ArticleView;
import org.openapitools.client.model.DeskArticle;
import org.openapitools.client.model.ListView;
import org.openapitools.client.model.ListingArticleItem;
import org.openapitools.client.model.MergePatchArticleDraft;
import org.openapitools.client.model.PageView;

/** Reads the sample newsroom with the generated client: a name that is not in the contract does not compile. */
public class ReadNewsroom {

    public static void main(String[] arguments) throws Exception {
        ApiClient server = new ApiClient();
        server.updateBaseUri(System.getenv("GAZETTE"));
        ReadApi read = new ReadApi(server);

        PageView home = new ListsAndPagesApi(server)
                .getPage(ListsAndPagesApi.APIGetPageRequest.newBuilder().key("home").build())
                .getPageView();
        List<String> titles = home.getLists().stream().map(ListView::getTitle).toList();

        List<ArticleItem> putin = new ArrayList<>();
        String cursor = null;
        do {
            ListingArticleItem page = read.listArticlesOfTag(ReadApi.APIListArticlesOfTagRequest.newBuilder()
                    .ref("putin")
                    .limit(3)
                    .cursor(cursor)
                    .build())
                    .getListingArticleItem();
            putin.addAll(page.getItems());
            cursor = page.getNext() == null ? null : page.getNext().replaceFirst(".*cursor=", "");
        } while (cursor != null);

        ArticleView story = read.getArticle(ReadApi.APIGetArticleRequest.newBuilder()
                .ref(putin.get(1).getSlug())
                .build())
                .getArticleView();

        System.out.println("Java: " + String.join(", ", titles));
        System.out.printf("Java: %d articles of putin; \"%s\" has %d words%n",
                putin.size(), story.getTitle(), story.getWordCount());
        System.out.println("Java: " + refusal(read));
        DeskArticle written = withoutKicker(server);
        System.out.println("Java: kicker removed from \"" + written.getTitle() + "\"");
        if (putin.size() != 8 || written.getKicker() != null) {
            System.exit(1);
        }
    }

    /** Writes an article and removes its kicker, which a patch does with null. */
    private static DeskArticle withoutKicker(ApiClient server) throws Exception {
        server.setRequestInterceptor(request ->
                request.header("Authorization", "Bearer " + System.getenv("GAZETTE_BOOTSTRAP_KEY")));
        DeskArticlesApi desk = new DeskArticlesApi(server);
        DeskArticle draft = desk.createArticle(DeskArticlesApi.APICreateArticleRequest.newBuilder()
                .newArticle(new NewArticle().type("news").language("en").title("Typed").kicker("Java"))
                .build());
        return desk.editArticle(DeskArticlesApi.APIEditArticleRequest.newBuilder()
                .ref(draft.getId().toString())
                .ifMatch("\"" + draft.getVersion() + "\"")
                .mergePatchArticleDraft(new MergePatchArticleDraft().kicker(null))
                .build());
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
