# Varnish in front of Gazette; docs/operations.md tells how it is used. Tested with Varnish 7.
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

# Who may say what is to be forgotten: the nodes.
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
        # Names are separated by blanks, in the request as in the answers.
        if (!std.ban("obj.http.Surrogate-Key ~ (^|\s)(" + regsuball(req.http.Surrogate-Key, " ", "|") + ")(\s|$)")) {
            return (synth(500, std.ban_error()));
        }
        return (synth(200));
    }
    if (req.url ~ "^/v1/(desk|previews)(/|\?|$)" || req.http.Authorization) {
        return (pass);
    }
    # While the server is well, an old copy is given out as long as stale-while-revalidate says for articles; when it is not,
    # for a day: longer than stale-if-error says, since this cache is told of withdrawals by BAN.
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
    # What is older than all that is still good for asking whether it has changed.
    set beresp.keep = 1d;
}

# A server that fails, or that cannot be reached, is asked no second time if there is an old copy.
sub vcl_deliver {
    if (resp.status >= 500 && req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")) {
        return (restart);
    }
}
