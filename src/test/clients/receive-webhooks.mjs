// Receives requests of a webhook and verifies them with the npm package standardwebhooks, as docs/webhooks.md does: a test, a
// publication, and a request with two signatures after the secret was replaced. Usage: node receive-webhooks.mjs (GAZETTE,
// GAZETTE_BOOTSTRAP_KEY); the package is found beside the working folder.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';

const {Webhook} = createRequire(`${process.cwd()}/`)('standardwebhooks');

const waiting = [];
const arrived = [];
const receiver = createServer(async (request, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) {
        body += part;
    }
    response.writeHead(204).end();
    const received = {body, headers: request.headers};
    const taker = waiting.shift();
    taker ? taker(received) : arrived.push(received);
}).listen(0, '127.0.0.1');
await once(receiver, 'listening');

setTimeout(() => {
    throw new Error('No request of the webhook has come within a minute');
}, 60_000).unref();

const next = () => arrived.length ? arrived.shift() : new Promise(taker => waiting.push(taker));

async function desk(method, path, content, etag) {
    const response = await fetch(`${process.env.GAZETTE}/v1/desk/${path}`, {
        method,
        headers: {
            Authorization: `Bearer ${process.env.GAZETTE_BOOTSTRAP_KEY}`,
            'Content-Type': 'application/json',
            ...(etag && {'If-Match': etag}),
        },
        body: content && JSON.stringify(content),
    });
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${response.ok || await response.text()}`);
    return {etag: response.headers.get('ETag'), ...(response.status !== 204 && await response.json())};
}

const webhook = await desk('POST', 'webhooks', {url: `http://127.0.0.1:${receiver.address().port}/gazette`});
const own = `webhooks/${webhook.id}`;
const etag = async () => (await desk('GET', own)).etag;
const former = new Webhook(webhook.secret);

await desk('POST', `${own}/tests`, undefined, await etag());
const test = await next();
assert.equal(former.verify(test.body, test.headers).type, 'webhook.test');
assert.throws(() => former.verify(`${test.body} `, test.headers), 'a changed body');
assert.throws(() => new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`).verify(test.body, test.headers), 'another secret');
const old = {...test.headers, 'webhook-timestamp': String(test.headers['webhook-timestamp'] - 3600)};
assert.throws(() => former.verify(test.body, old), 'an old request');

const draft = await desk('POST', 'articles', {type: 'news', language: 'de', title: 'Webhook für Überführung'});
await desk('PUT', `articles/${draft.id}/publication`, {}, draft.etag);
const published = await next();
const event = former.verify(published.body, published.headers);
assert.equal(event.type, 'article.published');
assert.equal(event.data.id, draft.id);

const {secret} = await desk('POST', `${own}/secrets`, undefined, await etag());
await desk('POST', `${own}/tests`, undefined, await etag());
const rotated = await next();
assert.equal(rotated.headers['webhook-signature'].split(' ').length, 2);
former.verify(rotated.body, rotated.headers);
new Webhook(secret).verify(rotated.body, rotated.headers);

console.log(`JavaScript: standardwebhooks accepts ${test.headers['webhook-id']}, ${event.type} and both signatures of a rotation`);
receiver.close();
receiver.closeAllConnections();
