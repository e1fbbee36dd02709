package press.gazette.feed;

import io.vertx.core.json.JsonObject;

import press.gazette.newsroom.DeskClient;

/** An article with films, sound, a gallery, a table and an embed. */
final class Opera {

    private static final String BODY = """
        {"blocks": [
          {"type": "video", "url": "https://films.example/lights.mp4", "poster": "/pictures/hall.jpg",
            "caption": "The lights", "credit": "Film: Opera", "duration": 48, "width": 1280, "height": 720},
          {"type": "box", "kind": "facts", "blocks": [
            {"type": "audio", "url": "/sound/chorus.MP3?take=2#t=4", "caption": "The chorus", "duration": 127}]},
          {"type": "video", "url": "https://films.example/lights", "caption": "The lights"},
          {"type": "video", "url": "https://films.example/lights.webm", "caption": "The lights"},
          {"type": "audio", "url": "https://films.example/bells.ogg"},
          {"type": "gallery", "caption": "The hall", "images": [
            {"type": "image", "url": "/pictures/roof.jpg", "alt": "Moon & stars", "caption": "The roof",
              "credit": "Photo: A. Sol", "width": 1600, "height": 900},
            {"type": "image", "url": "/pictures/stairs.jpg", "alt": ""}]},
          {"type": "image", "url": "/pictures/alone.jpg", "alt": "Alone"},
          {"type": "table", "headerRows": 1, "rows": [
            [{"text": [{"text": "Act"}]}, {"text": [{"text": "Minutes"}]}],
            [{"text": [{"text": "One"}]}, {"text": [{"text": "48"}]}]]},
          {"type": "embed", "provider": "youtube", "url": "https://www.youtube.com/watch?v=AverilOpera",
            "fallback": "The rehearsal"},
          {"type": "embed", "provider": "vimeo", "url": "https://vimeo.com/1234567", "fallback": "The carpenters"}
        ]}""";

    private Opera() {}

    static DeskClient publish() {
        return DeskClient.published("Desk: opera", "body", new JsonObject(BODY).getMap());
    }
}
