package press.gazette.site.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.site.SiteClient;

/** A faulty site document is rejected with pointers to its faults, and nothing is stored. */
@QuarkusTest
class BadSiteTest {

    private SiteClient desk;

    @BeforeEach
    void begin() {
        desk = SiteClient.reading();
    }

    @AfterEach
    void tidyUp() {
        SiteClient.tidyUp();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'title':' '}; /title",
                "{'title':null}; /title",
                "{'titel':'x'}; /titel",
                "{'language':'!'}; /language",
                "{'timeZone':'Averil/Harbour'}; /timeZone",
                "{'url':'/here'}; /url",
                "{'logo':'0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4'}; /logo",
                "{'social':[{'url':'javascript:alert(1)'}]}; /social/0/url",
                "{'social':[{'platform':'','url':'https://a.example'}]}; /social/0/platform",
                "{'sections':['putin']}; /sections/0",
                "{'sections':['nobody']}; /sections/0",
                "{'sections':['world','world']}; /sections/1",
                "{'publisher':{'url':'averil'}}; /publisher/url",
                "{'publisher':{'logo':'0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4'}}; /publisher/logo",
                "{'publisher':{'contact':{'email':'nobody'}}}; /publisher/contact/email",
                "{'publisher':{'contact':{'telephone':'call us'}}}; /publisher/contact/telephone",
                "{'policies':{'ethicsPolicy':'/ethics'}}; /policies/ethicsPolicy",
                "{'policies':{'ethics':'https://a.example'}}; /policies/ethics",
                "{'menus':[{'key':'Not a key','items':[]}]}; /menus/0/key",
                "{'menus':[{'key':'a','items':[]},{'key':'a','items':[]}]}; /menus/1/key",
                "{'menus':[{'key':'a'}]}; /menus/0/items",
                "{'menus':[{'key':'a','items':[{}]}]}; /menus/0/items/0",
                "{'menus':[{'key':'a','items':[{'tag':'world','page':'home'}]}]}; /menus/0/items/0",
                "{'menus':[{'key':'a','items':[{'tag':'nobody'}]}]}; /menus/0/items/0/tag",
                "{'menus':[{'key':'a','items':[{'page':'nowhere'}]}]}; /menus/0/items/0/page",
                "{'menus':[{'key':'a','items':[{'list':'nowhere'}]}]}; /menus/0/items/0/list",
                "{'menus':[{'key':'a','items':[{'article':'never-written'}]}]}; /menus/0/items/0/article",
                "{'menus':[{'key':'a','items':[{'link':'https://a.example'}]}]}; /menus/0/items/0/title",
                "{'menus':[{'key':'a','items':[{'link':'//a.example','title':'x'}]}]}; /menus/0/items/0/link",
                "{'menus':[{'key':'a','items':[{'link':'javascript:alert(1)','title':'x'}]}]}; /menus/0/items/0/link",
                "{'menus':[{'key':'a','items':[{'tag':'world','items':[{'tag':'city'},{'tag':'nobody'}]}]}]}; /menus/0/items/0/items/1/tag",
                "{'menus':[{'key':'a','items':[{'tag':'world','items':[{'tag':'city','items':[{'tag':'sport','items':[{'tag':'film'}]}]}]}]}]}; /menus/0/items/0/items/0/items/0/items",
            })
    void members(String patch, String pointer) {
        refused(desk.send("PATCH", "", patch.replace('\'', '"')), pointer);
    }

    @Test
    void twoHundredItemsAreTheMost() {
        List<Map<String, String>> many = Collections.nCopies(100, Map.of("tag", "world"));
        Map<String, Object> first = Map.of("key", "a", "items", many);
        Map<String, Object> below = Map.of("tag", "world", "items", many.subList(0, 99));
        desk.patch("menus", List.of(first, Map.of("key", "b", "items", List.of(below))))
                .then()
                .statusCode(200);
        SiteClient.tidyUp();
        desk.read();
        Map<String, Object> oneMore = Map.of("tag", "world", "items", many);
        Response answer = desk.patch("menus", List.of(first, Map.of("key", "b", "items", List.of(oneMore))));
        answer.then().body("errors[0].detail", containsString("at most 200 items"));
        refused(answer, "/menus/1/items");
    }

    @Test
    void thereAreAtMostTwentyMenus() {
        List<Map<String, Object>> menus = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            menus.add(Map.of("key", "menu-" + i, "items", List.of()));
        }
        refused(desk.patch("menus", menus), "/menus");
    }

    private void refused(Response answer, String pointer) {
        answer.then().statusCode(400).body("errors.pointer", hasItem(pointer));
        String etag = desk.etag();
        desk.read().then().body("revision", equalTo(1));
        assertThat(desk.etag()).isEqualTo(etag);
    }
}
