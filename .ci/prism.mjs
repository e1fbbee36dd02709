// Starts Prism in front of $GAZETTE and sends requests through it, reads and writes. Prints each violation of the contract and
// each unexpected status; exits with 1 if there is any.
import {spawn} from 'node:child_process';

const PRISM = '@stoplight/prism-cli@5.14.2';
const proxy = `http://localhost:${process.env.PRISM_PORT}`;
const key = process.env.GAZETTE_BOOTSTRAP_KEY;

// Prism's own behaviour, which violates nothing in the contract.
const ARTEFACTS = {
    'follows a 308 itself': 'the client sees the response of the new address',
    'answers 401 itself': 'a request of the desk without a key does not reach the server',
    'refuses a bad request itself': 'its 422 is right where the server says 400, which is asked directly',
    'takes ninjs for a JSON Feed': 'it does not tell application/json from application/feed+json; ContractCheck does',
    'wants content after return=minimal': 'a status with and without content cannot be described',
};

const counts = {requests: 0, violations: 0, unexpected: 0, artefacts: 0};

function artefact(name) {
    if (!(name in ARTEFACTS)) {
        throw new Error(`not a known artefact: ${name}`);
    }
    counts.artefacts++;
}

function report(kind, method, path, what) {
    counts[kind]++;
    console.log(`${kind}: ${method} ${path}: ${what}`);
}

async function exchange(base, method, path, {body, headers, patch}) {
    const type = patch ? 'application/merge-patch+json' : 'application/json';
    const response = await fetch(base + path, {
        method,
        redirect: 'manual',
        headers: {...(body === undefined ? {} : {'Content-Type': type}), ...headers},
        body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return {status: response.status, headers: response.headers, text, json: json(text)};
}

function json(text) {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

const contract = await (await fetch(`${process.env.GAZETTE}/q/openapi.json`)).json();

// Headers of HTTP, of a proxy, or of every response.
const UNDECLARED = new Set(['connection', 'content-encoding', 'content-length', 'content-type', 'date', 'keep-alive',
    'strict-transport-security', 'transfer-encoding', 'x-content-type-options']);

const ROUTES = Object.entries(contract.paths)
    .sort(([one], [other]) => one.split('{').length - other.split('{').length || other.length - one.length)
    .map(([template, operations]) => ({
        operations, path: new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{[^}]+}/g, '[^/]+')}$`),
    }));

// Prism checks declared headers only; this finds undeclared ones.
function undeclared(method, path, answer) {
    const route = ROUTES.find(each => each.path.test(path.replace(/\?.*/, '')));
    let response = route?.operations[method.toLowerCase()]?.responses[answer.status];
    if (response?.$ref) {
        response = contract.components.responses[response.$ref.replace(/.*\//, '')];
    }
    const declared = Object.keys(response?.headers ?? {}).map(name => name.toLowerCase());
    return response ? [...answer.headers.keys()].filter(name => !UNDECLARED.has(name) && !declared.includes(name)) : ['status'];
}

const isMemberOfJsonFeed = fault => fault.code === 'required' && /'(version|home_page_url|description|_gazette|items)'/.test(fault.message);

const isOfNoContent = fault => /^The received media type ""|^Response body must be object/.test(fault.message);

// One request through Prism. Its own problems have types of stoplight.io.
async function send(method, path, expected, options = {}) {
    counts.requests++;
    const answer = await exchange(proxy, method, path, options);
    const prisms = String(answer.json?.type).startsWith('https://stoplight.io/prism/errors#');
    if (prisms && path.includes('.ninjs') && answer.json.validation?.every(isMemberOfJsonFeed)) {
        artefact('takes ninjs for a JSON Feed');
    } else if (prisms && method === 'POST' && options.headers.Prefer && answer.json.validation?.every(isOfNoContent)) {
        artefact('wants content after return=minimal');
    } else if (prisms) {
        report('violations', method, path, JSON.stringify(answer.json.validation ?? answer.json).slice(0, 1500));
    } else if (undeclared(method, path, answer).length > 0) {
        report('violations', method, path, `${answer.status} is described without ${undeclared(method, path, answer)}`);
    } else if (answer.status !== expected) {
        report('unexpected', method, path, `${answer.status} instead of ${expected}: ${answer.text.slice(0, 400)}`);
    }
    return answer;
}

const read = (path, expected = 200, headers = {}) => send('GET', path, expected, {headers});

const authorized = headers => ({Authorization: `Bearer ${key}`, ...headers});

const desk = (method, path, expected, body, headers = {}) => send(method, `/v1/desk${path}`, expected,
    {body, headers: authorized(headers), patch: method === 'PATCH'});

// A write to an existing resource, with its current ETag.
async function change(method, thing, path, expected, body, headers = {}) {
    const current = await exchange(process.env.GAZETTE, 'GET', `/v1/desk${thing}`, {headers: authorized({})});
    return desk(method, thing + path, expected, body, {'If-Match': current.headers.get('etag'), ...headers});
}

// Both the contract and the server reject the request.
async function refused(method, path, options = {}) {
    counts.requests++;
    const fromPrism = await exchange(proxy, method, path, options);
    const fromServer = await exchange(process.env.GAZETTE, method, path, options);
    if (fromPrism.status === 422) {
        artefact('refuses a bad request itself');
    } else if (fromPrism.status !== fromServer.status) {
        report('violations', method, path, `${fromPrism.status} from Prism: ${fromPrism.text.slice(0, 400)}`);
    }
    if (fromServer.status !== 400) {
        report('unexpected', method, path, `${fromServer.status} instead of 400`);
    }
}

async function reads() {
    for (const path of ['/', '/.well-known/api-catalog', '/problems', '/problems/not-found', '/problems/withdrawn',
        '/feeds.opml', '/sitemap.xml', '/sitemaps/news.xml', '/sitemaps/articles-1.xml', '/v1/lists', '/v1/lists?limit=2']) {
        await read(path);
    }
    for (const list of ['latest-posts', 'editors-picks', 'world-news', 'culture-shelf', 'most-debated']) {
        await read(`/v1/lists/${list}`);
        for (const format of ['rss', 'atom', 'json', 'ninjs']) {
            await read(`/feeds/lists/${list}.${format}`);
        }
    }
    for (const format of ['rss', 'atom', 'json', 'ninjs']) {
        await read(`/feeds/articles.${format}`);
        await read(`/feeds/articles.${format}?limit=3`);
        await read(`/feeds/tags/putin.${format}`);
        await read(`/feeds/tags/averil.${format}?limit=1`);
        await read(`/feeds/articles/2024-02-29.${format}`);
        await read(`/feeds/tags/putin/2024-02-29.${format}`);
    }
    for (const page of ['home', 'article']) {
        await read(`/v1/pages/${page}`);
    }
    for (const path of ['/v1/articles/never-existed', '/v1/tags/never-existed', '/v1/lists/never-existed',
        '/v1/pages/never-existed', '/problems/never-existed', '/feeds/tags/never-existed.rss', '/feeds/lists/never-existed.json',
        '/v1/previews/never-existed', '/v1/articles/port-audit-embargoed', '/sitemaps/articles-99.xml']) {
        await read(path, 404);
    }
    await read('/v1/articles/ferry-report-withdrawn', 410);
    await read('/v1/articles/ferry-report-withdrawn.md', 410);
    await read('/v1/articles/never-existed.jsonld', 404);
    await read('/v1/articles/averil-gas-contract');
    artefact('follows a 308 itself');
    const front = await read('/v1/articles');
    await read('/v1/articles', 304, {'If-None-Match': front.headers.get('etag')});
    await read('/v1/articles', 304, {'If-Modified-Since': front.headers.get('last-modified')});
    await read('/v1/articles', 406, {Accept: 'image/png'});
}

async function articles() {
    const queries = ['', 'limit=1', 'limit=100', 'tags=putin', 'tags=putin,-opinion', 'tags=putin|averil', 'section=world',
        'contributor=elena-marsh', 'type=analysis', 'type=liveblog', 'language=en', 'from=2020-01-01', 'to=2100-01-01T00:00:00Z',
        'from=2020-01-01T00:00:00%2B02:00', 'updatedSince=2026-01-01', 'order=newest', 'order=oldest', 'order=updated',
        'descendants=true&tags=europe', 'descendants=false&tags=europe', 'count=exact', 'count=exact&limit=3&tags=putin',
        'body=none', 'body=html&limit=3', 'body=blocks&limit=20', 'body=text,markdown&limit=2',
        'body=html,blocks,markdown,text&limit=1', 'include=related', 'include=tags.parents', 'include=related,tags.parents',
        'fields=slug,title', 'fields=id', 'fields=tags.name,section.slug', 'fields=image.url,kicker',
        'fields=title,body&body=text&limit=2', 'fields=related.title&include=related', 'fields=slug&count=exact'];
    for (const query of queries) {
        await read(`/v1/articles?${query}`);
        if (!query.startsWith('tags=') && !query.includes('&tags=')) {
            await read(`/v1/tags/putin/articles?${query}`);
        }
    }
    const page = (await read('/v1/articles?limit=5&fields=id,slug,title')).json;
    await read(page.next);
    const listed = (await read('/v1/articles?limit=12')).json.items;
    await read(`/v1/articles?ids=${listed.map(item => item.id).join(',')}`);
    await read(`/v1/articles?ids=${listed[0].id},00000000-0000-7000-8000-000000000000`);
    await read(`/v1/articles?ids=${listed[0].id}&fields=title&body=none`);
    for (const {id, slug} of listed) {
        await read(`/v1/articles/${id}`);
        await read(`/v1/articles/${slug}?body=blocks&include=related`);
        await read(`/v1/articles/${slug}?fields=title,tags.name`);
        await read(`/v1/articles/${slug}/related?limit=3`);
        await read(`/v1/articles/${slug}.jsonld`);
        await read(`/v1/articles/${id}.md`);
    }
    await read(`/v1/articles/${listed[0].slug}/related?fields=slug,tags.parents&include=tags.parents`);
    await read(`/v1/articles/${listed[0].slug}?body=html,blocks,markdown,text`);
    await read(`/v1/articles/${listed[0].slug}?fields=body.text&body=text`);
}

async function tags() {
    for (const query of ['', 'limit=3', 'type=person', 'type=section', 'type=tone', 'q=pu', 'parent=europe', 'q=a&type=keyword']) {
        await read(`/v1/tags?${query}`);
    }
    for (const tag of ['putin', 'europe', 'averil', 'world', 'elena-marsh']) {
        await read(`/v1/tags/${tag}`);
    }
}

async function badRequests() {
    for (const query of ['limit=0', 'limit=101', 'limit=ten', 'order=best', 'count=about', 'body=pdf', 'include=everything',
        'ids=no-uuid', 'descendants=perhaps']) {
        await refused('GET', `/v1/articles?${query}`);
    }
    const headers = authorized({});
    for (const body of [{}, {type: 'news', language: 'en'}, {type: 'news', language: 'en', title: 7},
        {type: 'news', language: 'en', title: 'x'.repeat(501)},
        {type: 'news', language: 'en', title: 'Tags', tags: Array(51).fill('averil')}]) {
        await refused('POST', '/v1/desk/articles', {body, headers});
    }
    await refused('POST', '/v1/desk/media', {body: {url: '/a.jpg', alt: '', width: 0, height: 1}, headers});
    await refused('PATCH', '/v1/desk/articles/gas-contract-averil',
        {body: {title: null}, headers: {...headers, 'If-Match': '*'}, patch: true});
    const without = await exchange(proxy, 'GET', '/v1/desk/articles', {headers: {}});
    counts.requests++;
    if (without.status === 401 && without.json.type.startsWith('https://stoplight.io/')) {
        artefact('answers 401 itself');
    }
    await send('GET', '/v1/desk/articles', 401, {headers: {Authorization: 'Bearer none-that-is-valid'}});
}

async function deskReads() {
    for (const path of ['/articles', '/articles?limit=2', '/articles?status=draft', '/articles?status=published',
        '/articles/gas-contract-averil', '/articles/gas-contract-averil/preview',
        '/articles/gas-contract-averil/preview?fields=title&body=none', '/articles/gas-contract-averil/revisions', '/audit',
        '/audit?limit=1', '/keys', '/lists', '/lists/editors-picks', '/lists/editors-picks/resolution',
        '/lists/editors-picks/resolution?explain=true', '/lists/latest-posts/resolution?at=2030-01-01T00:00:00Z',
        '/lists/editors-picks/revisions', '/media', '/media?limit=1', '/pages', '/pages/home', '/pages/home/resolution',
        '/pages/home/resolution?explain=true', '/tags', '/tags?type=person', '/tags?state=active', '/tags?q=pu', '/tags/putin',
        '/previews?article=gas-contract-averil']) {
        await desk('GET', path, 200);
    }
    for (const path of ['/articles/never-existed', '/lists/never-existed', '/pages/never-existed', '/tags/never-existed',
        '/media/00000000-0000-7000-8000-000000000000', '/keys/00000000-0000-7000-8000-000000000000',
        '/previews/00000000-0000-7000-8000-000000000000']) {
        await desk('GET', path, 404);
    }
}

const LATER = '2090-01-01T00:00:00Z';

const BLOCKS = [
    {type: 'heading', level: 2, text: [{text: 'The lock'}]},
    {type: 'paragraph', text: [{text: 'It is '}, {text: 'closed', marks: ['strong']}, {text: '.', href: 'https://tides.example/'}]},
    {type: 'list', ordered: true, items: [[{text: 'one'}], [{text: 'two'}]]},
    {type: 'quote', text: [{text: 'At last.'}], attribution: 'The lock keeper'},
    {type: 'image', url: 'https://pictures.example/lock.jpg', alt: 'The lock', width: 800, height: 600},
    {type: 'code', text: 'a\nb', language: 'text'},
    {type: 'divider'},
];

async function articleLife() {
    const draft = {type: 'news', language: 'en', title: 'Lock seen through Prism', kicker: 'Harbour', standfirst: 'It closes.',
        tags: ['averil'], seo: {title: 'Lock', description: 'Closed'}, body: {blocks: BLOCKS}, related: ['gas-contract-averil']};
    await desk('POST', '/articles?dryRun=true', 200, draft);
    const once = {'Idempotency-Key': 'prism-1'};
    const created = await desk('POST', '/articles', 201, draft, once);
    await desk('POST', '/articles', 201, draft, once);
    await desk('POST', '/articles', 422, {...draft, title: 'Another'}, once);
    await desk('POST', '/articles', 201, {type: 'opinion', language: 'de', title: 'Kurz', body: {html: '<p>Ja</p>'}},
        {Prefer: 'return=minimal'});
    const a = `/articles/${created.json.id}`;
    await desk('PATCH', a, 428, {title: 'No version'});
    await desk('PATCH', a, 412, {title: 'Old version'}, {'If-Match': '"99"'});
    await change('PATCH', a, '', 200, {title: 'Lock closed', kicker: null, seo: {title: null}, tags: null});
    await change('PATCH', a, '', 200, {body: {markdown: 'It is *closed*.'}, seo: null, note: 'shorter'});
    await change('PATCH', a, '', 200, {body: null});
    await change('PATCH', a, '', 204, {kicker: 'Harbour', body: {blocks: BLOCKS}}, {Prefer: 'return=minimal'});
    await change('PATCH', a, '?dryRun=true', 200, {title: 'Tried'});
    await desk('GET', `${a}/revisions`, 200);
    await desk('GET', `${a}/revisions/1`, 200);
    await desk('GET', `${a}/revisions/2/comparison?with=1`, 200);
    await desk('GET', `${a}/revisions/99`, 404);
    await change('PUT', a, '/restoration', 200, {revision: 1});
    await change('PUT', a, '/schedule', 201, {at: LATER});
    await change('DELETE', a, '/schedule', 200);
    await change('PUT', a, '/embargo', 201, {until: LATER});
    await change('PUT', a, '/embargo', 200, {until: 'indefinite'});
    await change('DELETE', a, '/embargo', 200);
    await change('PUT', a, '/publication', 201, {});
    await read(`/v1/articles/${created.json.id}`);
    await change('PUT', a, '/expiry', 201, {at: LATER});
    await change('DELETE', a, '/expiry', 200);
    await change('PUT', a, '/publication', 200, {significant: true});
    await change('POST', a, '/corrections', 201, {kind: 'correction', text: 'It opens.'});
    await change('PATCH', a, '', 200, {slug: 'lock-elsewhere'});
    await change('PUT', a, '/withdrawal', 201, {reason: 'legal', note: 'Letter'});
    await change('PUT', a, '/withdrawal', 200, {reason: 'error'});
    await read(`/v1/articles/${created.json.id}`, 410);
    await change('DELETE', a, '', 409);
    await change('PUT', a, '/publication', 201, {publishedAt: '2026-01-01T00:00:00Z'});
    await change('DELETE', a, '/publication', 200);
    const link = await desk('POST', '/previews', 201, {article: created.json.id, note: 'For the lawyers'});
    await desk('GET', `/previews/${link.json.id}`, 200);
    await read(`/v1/previews/${link.json.token}`);
    await read(`/v1/previews/${link.json.token}?fields=title&body=none`);
    await desk('DELETE', `/previews/${link.json.id}`, 204, undefined, {'If-Match': '*'});
    await read(`/v1/previews/${link.json.token}`, 410);
    const other = await desk('POST', '/articles', 201, {type: 'news', language: 'en', title: 'To be discarded'});
    await change('DELETE', `/articles/${other.json.id}`, '', 204);
    await desk('POST', '/articles/batch', 200, {operations: [
        {type: 'create', article: {type: 'news', language: 'en', title: 'Ferry through Prism'}},
        {type: 'edit', ref: created.json.id, ifMatch: '*', patch: {title: 'Edited', kicker: null}},
        {type: 'publish', ref: created.json.id, ifMatch: '"99"', publication: {}},
        {type: 'withdraw', ref: 'never-existed', ifMatch: '*', withdrawal: {reason: 'other'}}]});
    await desk('POST', '/articles/batch?atomic=true&dryRun=true', 200, {operations: [
        {type: 'publish', ref: created.json.id, ifMatch: '*', publication: {}},
        {type: 'unpublish', ref: created.json.id, ifMatch: '*'}]});
}

async function vocabulary() {
    const picture = await desk('POST', '/media', 201, {url: 'https://pictures.example/lock.jpg', alt: 'A lock', width: 1600,
        height: 900, caption: 'The lock', renditions: [{name: 'square', url: '/s.jpg', width: 100, height: 100}]});
    const m = `/media/${picture.json.id}`;
    await desk('GET', m, 200);
    await change('PATCH', m, '', 200, {caption: null, credit: 'Jo', rightsExpireAt: LATER});
    await change('PATCH', m, '', 200, {rightsExpireAt: null, renditions: null});
    const made = await desk('POST', '/tags', 201, {name: 'Prism', type: 'keyword', parents: ['averil'], image: picture.json.id});
    const t = `/tags/${made.json.id}`;
    await desk('GET', t, 200);
    await change('PATCH', t, '', 200, {description: 'A proxy', state: 'active', sameAs: ['https://tides.example/prism']});
    await change('PATCH', t, '', 200, {description: null, parents: null, sameAs: null, image: null});
    await read(`/v1/tags/${made.json.id}`);
    const twin = await desk('POST', '/tags', 201, {name: 'Prisma', type: 'keyword', state: 'active'});
    await change('PUT', `/tags/${twin.json.id}`, '/merger', 200, {into: made.json.slug});
    await change('DELETE', t, '', 409);
    const short = await desk('POST', '/tags', 201, {name: 'Short life', type: 'place'});
    await change('DELETE', `/tags/${short.json.id}`, '', 204);
    await change('DELETE', m, '', 204);
    const issued = await desk('POST', '/keys', 201, {name: 'Prism', scopes: ['desk:read'], expiresAt: LATER});
    await desk('GET', `/keys/${issued.json.id}`, 200);
    await desk('GET', '/articles', 200, undefined, {Authorization: `Bearer ${issued.json.key}`});
    await desk('POST', '/articles', 403, {type: 'news', language: 'en', title: 'Not allowed'},
        {Authorization: `Bearer ${issued.json.key}`});
    await desk('DELETE', `/keys/${issued.json.id}`, 204);
}

async function lists() {
    await desk('POST', '/lists', 201, {key: 'prism', title: 'Prism', kind: 'hybrid', maxItems: 6, minItems: 0, dedupe: 'none',
        groups: [{key: 'lead', title: 'Lead', limit: 1}, {key: 'rest'}],
        fill: [{query: {tags: 'putin', order: 'newest', maxAge: 'P3000D'}, group: 'rest'}, {latestOf: 'averil'}],
        exclusions: ['reading-putin-speeches']});
    const l = '/lists/prism';
    await change('PATCH', l, '', 200, {title: 'Prism list', exclusions: null, dedupe: null, minItems: null, note: 'wider'});
    const placed = await change('POST', l, '/entries', 201, {target: {article: 'gas-contract-averil'}, pin: 1, group: 'lead',
        overrides: {title: 'Gas', kicker: 'Now'}, supporting: [{url: 'https://tides.example/', title: 'Tides'}],
        startsAt: '2026-01-01T00:00:00Z', endsAt: LATER});
    await change('POST', l, '/entries', 201, {target: {latestOf: 'putin'}});
    await change('POST', l, '/entries', 201, {target: {link: {url: 'https://tides.example/today', title: 'Tide tables'}}});
    const entries = (await desk('GET', l, 200)).json.entries.map(entry => entry.id);
    const e = `${l}/entries/${entries[0]}`;
    await desk('GET', e, 200);
    const changed = (path, expected, body) => desk('PATCH', path, expected, body, {'If-Match': '*'});
    await changed(e, 200, {pin: null, startsAt: null, endsAt: null, supporting: null, overrides: {kicker: null}});
    await changed(e, 200, {overrides: null, target: {latestOf: 'averil', article: null}});
    await desk('PUT', `${l}/order`, 200, {entries: [...entries].reverse()}, {'If-Match': '*'});
    await change('PUT', l, '/publication', 201, {});
    await read('/v1/lists/prism');
    await change('PUT', l, '/publication', 200, {});
    await change('PUT', l, '/schedule', 201, {at: LATER});
    await change('DELETE', l, '/schedule', 200);
    await desk('GET', `${l}/revisions`, 200);
    await desk('GET', `${l}/revisions/1`, 200);
    await desk('GET', `${l}/revisions/2/comparison`, 200);
    await desk('GET', `${l}/resolution?explain=true&revision=draft`, 200);
    await change('PUT', l, '/restoration', 200, {revision: 1});
    await desk('POST', '/pages', 201, {key: 'prism', title: 'Prism', lists: ['prism', 'latest-posts']});
    await change('PATCH', '/pages/prism', '', 200, {title: 'Prism page'});
    await read('/v1/pages/prism');
    await desk('GET', '/pages/prism/resolution?explain=true', 200);
    await change('DELETE', '/pages/prism', '', 204);
    await change('DELETE', l, '/publication', 200);
    await change('DELETE', l, '', 409);
}

async function started(child) {
    for (let i = 0; i < 240; i++) {
        if (child.exitCode !== null) {
            throw new Error('Prism ended at its start');
        }
        const up = await fetch(`${proxy}/v1/articles?limit=1`).catch(() => undefined);
        if (up?.status === 200) {
            return;
        }
        await new Promise(resolve => setTimeout(resolve, 500));
    }
    throw new Error('Prism does not answer');
}

const child = spawn('npx', ['--yes', PRISM, 'proxy', '--errors', '--cors=false', '-p', process.env.PRISM_PORT, 'openapi/openapi.yaml',
    process.env.GAZETTE], {detached: true, stdio: 'ignore'});
try {
    await started(child);
    for (const part of [reads, articles, tags, badRequests, deskReads, articleLife, vocabulary, lists]) {
        await part();
    }
} catch (failure) {
    counts.unexpected++;
    console.log(failure);
} finally {
    process.kill(-child.pid);
}
console.log(`Prism 5.14.2: ${counts.requests} requests, ${counts.violations} violations, ${counts.unexpected} unexpected `
    + `responses, ${counts.artefacts} times an artefact of its own (${Object.keys(ARTEFACTS).join('; ')})`);
process.exit(counts.violations + counts.unexpected === 0 ? 0 : 1);
