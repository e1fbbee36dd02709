# Varnish in front of Gazette; see docs/operations.md. Tested with Varnish 7.
vcl 4.1;

import std;

backend gazette {
    .host = "127.0.0.1";
    .port = "8080";
    .probe = {
        .url = "/";
        .interval = 1s;
        .timeout = 1s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

# The nodes, which may invalidate responses.
acl nodes {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "BAN") {
        if (!client.ip ~ nodes) {
            return (synth(403));
        }
        if (!req.http.Surrogate-Key) {
            return (synth(400));
        }
        # Names are separated by blanks, in the request as in responses.
        if (!std.ban("obj.http.Surrogate-Key ~ (^|\s)(" + regsuball(req.http.Surrogate-Key, " ", "|") + ")(\s|$)")) {
            return (synth(500, std.ban_error()));
        }
        return (synth(200));
    }
    if (req.url ~ "^/v1/(desk|previews)(/|\?|$)" || req.http.Authorization) {
        return (pass);
    }
    # A healthy server: a stale response is served for as long as stale-while-revalidate of articles. A server that fails: for
    # a day, longer than stale-if-error, since BAN tells this cache of withdrawals.
    if (std.healthy(req.backend_hint) && req.restarts == 0) {
        set req.grace = 5m;
    }
}

sub vcl_backend_response {
    if (beresp.status >= 500) {
        if (bereq.is_bgfetch) {
            return (abandon);
        }
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        return (deliver);
    }
    if (beresp.http.Cache-Control ~ "stale-if-error=") {
        set beresp.grace = 1d;
    }
    # Older responses are still used for conditional requests.
    set beresp.keep = 1d;
}

# If the server fails or cannot be reached, and there is a stale response, that one is served without a second request.
sub vcl_deliver {
    if (resp.status >= 500 && req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")) {
        return (restart);
    }
}
