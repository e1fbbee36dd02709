package press.gazette.curation.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static press.gazette.newsroom.Newsroom.CLOCK_KEEPER;
import static press.gazette.newsroom.Newsroom.NIGHT_TRAMS;
import static press.gazette.newsroom.Newsroom.SALT_HOURS;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.Slow;

/** Faulty settings and entries are rejected with their pointers, and nothing is stored. */
@Slow
@QuarkusTest
class BadListsTest {

    private ListClient list;
    private String pinned;

    @BeforeEach
    void begin() {
        list = ListClient.create(
                "trial-bad",
                "maxItems",
                3,
                "groups",
                List.of(Map.of("key", "lead")),
                "exclusions",
                List.of(SALT_HOURS));
        pinned = list.placed(NIGHT_TRAMS, "pin", 2, "group", "lead");
    }

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER + "'},'pin':4}; /pin",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER + "'},'pin':0}; /pin",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER + "'},'pin':2}; /pin",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER + "'},'pin':'2'}; /pin",
                "{'target':{'article':'" + Newsroom.NIGHT_TRAMS + "'}}; /target",
                "{'target':{'article':'nobody-wrote-this'}}; /target/article",
                "{'target':{'article':'" + Newsroom.SALT_HOURS + "'}}; /target/article",
                "{'target':{'latestOf':'nobody'}}; /target/latestOf",
                "{'target':{}}; /target",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER + "','latestOf':'putin'}}; /target",
                "{}; /target",
                "{'target':{'link':{'url':'javascript:alert(1)','title':'x'}}}; /target/link/url",
                "{'target':{'link':{'url':'https://a.example','title':''}}}; /target/link/title",
                "{'target':{'link':{'url':'https://a.example','title':'x'}},'overrides':{'title':'y'}}; /overrides",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER + "'},'group':'middle'}; /group",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER
                        + "'},'startsAt':'2030-01-02T00:00:00Z','endsAt':'2030-01-01T00:00:00Z'}; /endsAt",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER
                        + "'},'startsAt':'2030-01-01T00:00:00Z','endsAt':'2030-01-01T00:00:00Z'}; /endsAt",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER + "'},'startsAt':'tomorrow'}; /startsAt",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER
                        + "'},'overrides':{'image':'0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4'}}; /overrides/image",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER + "'},'overrides':{'titel':'x'}}; /overrides/titel",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER
                        + "'},'supporting':[{'article':'nobody'}]}; /supporting/0/article",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER
                        + "'},'supporting':[{'url':'https://a.example'}]}; /supporting/0/title",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER + "'},'supporting':[{}]}; /supporting/0",
                "{'target':{'article':'" + Newsroom.CLOCK_KEEPER + "'},'supporting':[{'article':'"
                        + Newsroom.PUTIN_YEARS + "'},{'article':'" + Newsroom.PUTIN_YEARS + "'}]}; /supporting/1",
            })
    void entries(String entry, String pointer) {
        refused(list.send("POST", "/entries", entry.replace('\'', '"')), pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'maxItems':1}; /maxItems",
                "{'maxItems':101}; /maxItems",
                "{'minItems':4}; /minItems",
                "{'kind':'query'}; /kind",
                "{'kind':'best'}; /kind",
                "{'kind':'manual','fill':[{'query':{}}]}; /fill",
                "{'groups':[]}; /groups",
                "{'groups':[{'key':'lead'},{'key':'lead'}]}; /groups/1/key",
                "{'groups':[{'key':'lead','limit':0}]}; /groups/0/limit",
                "{'exclusions':['" + Newsroom.NIGHT_TRAMS + "']}; /exclusions/0",
                "{'exclusions':['nobody-wrote-this']}; /exclusions/0",
                "{'exclusions':['" + Newsroom.SALT_HOURS + "','" + Newsroom.SALT_HOURS + "']}; /exclusions/1",
                "{'fill':[{}]}; /fill/0",
                "{'fill':['putin']}; /fill/0",
                "{'fill':'select * from article'}; /fill",
                "{'fill':[{'query':{},'list':'world-news'}]}; /fill/0",
                "{'fill':[{'query':{'tags':'putin,nobody'}}]}; /fill/0/query/tags",
                "{'fill':[{'query':{'tags':'putin,(energy'}}]}; /fill/0/query/tags",
                "{'fill':[{'query':{'tags':'x) or 1=1 --'}}]}; /fill/0/query/tags",
                "{'fill':[{'query':{'section':'putin'}}]}; /fill/0/query/section",
                "{'fill':[{'query':{'type':'gossip'}}]}; /fill/0/query/type",
                "{'fill':[{'query':{'order':'random()'}}]}; /fill/0/query/order",
                "{'fill':[{'query':{'maxAge':'1 day'}}]}; /fill/0/query/maxAge",
                "{'fill':[{'query':{'maxAge':'PT1S'}}]}; /fill/0/query/maxAge",
                "{'fill':[{'query':{'maxAge':'P9999999D'}}]}; /fill/0/query/maxAge",
                "{'fill':[{'query':{'language':'!'}}]}; /fill/0/query/language",
                "{'fill':[{'list':'no-such-list'}]}; /fill/0/list",
                "{'fill':[{'list':'trial-bad'}]}; /fill/0/list",
                "{'fill':[{'latestOf':'nobody'}]}; /fill/0/latestOf",
                "{'fill':[{'query':{},'group':'middle'}]}; /fill/0/group",
                "{'dedupe':'all'}; /dedupe",
                "{'title':' '}; /title",
                "{'key':'trial-other'}; /key",
                "{'max':3}; /max",
            })
    void settings(String patch, String pointer) {
        refused(list.send("PATCH", "", patch.replace('\'', '"')), pointer);
    }

    /** Two entries may have the same position and the same article if their windows do not overlap. */
    @Test
    void entriesWithSeparateWindowsMayShareAPosition() {
        list.change(pinned, "endsAt", "2030-01-01T00:00:00Z").then().statusCode(200);
        list.placed(CLOCK_KEEPER, "pin", 2, "startsAt", "2030-01-01T00:00:00Z");
        list.placed(NIGHT_TRAMS, "startsAt", "2030-01-01T00:00:00Z");
        list.change(pinned, "endsAt", "2030-01-01T00:00:01Z")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/pin"))
                .body("errors.pointer", hasItem("/target"));
    }

    @Test
    void queryListHasNoEntries() {
        ListClient query = ListClient.create("trial-query", "kind", "query");
        query.place("article", NIGHT_TRAMS).then().statusCode(409);
    }

    @Test
    void keyMustBeFreeAndValid() {
        ListClient.tryCreate("trial-bad").then().statusCode(400).body("errors[0].pointer", equalTo("/key"));
        ListClient.tryCreate("Not a key").then().statusCode(400).body("errors[0].pointer", equalTo("/key"));
    }

    @Test
    void scheduledTimeMustBeInTheFuture() {
        list.put("schedule", "at", "2020-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/at"));
        list.remove("/schedule").then().statusCode(409);
        list.remove("/publication").then().statusCode(409);
    }

    @Test
    void unknownParametersOfAResolutionGet400() {
        list.publish().then().statusCode(201);
        for (String query : List.of("at=yesterday", "explain=yes", "revision=9", "revision=old", "why=true")) {
            list.get("resolution?" + query).then().statusCode(400);
        }
        Keys.asAdmin().get("/v1/lists/trial-bad?explain=true").then().statusCode(400);
        Keys.asAdmin().get("/v1/lists/trial-bad?at=2030-01-01T00:00:00Z").then().statusCode(400);
    }

    private void refused(Response answer, String pointer) {
        answer.then().statusCode(400).body("errors.pointer", hasItem(pointer));
        String etag = list.etag();
        list.read().then().body("revision", equalTo(2)).body("entries.size()", equalTo(1));
        assertThat(list.etag()).isEqualTo(etag);
    }
}
