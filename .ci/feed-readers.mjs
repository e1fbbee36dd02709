// Compares each reader's items with the articles that the API lists: the same articles in the same order, under the same
// names, with the same titles and dates. Prints a table; exits with 1 if a reader disagrees.
import {parseFeed, parseOpml} from 'feedsmith';
import RssParser from 'rss-parser';

const server = process.argv[2];
const PATHS = {
    '/feeds/articles': '/v1/articles?limit=50',
    '/feeds/tags/putin': '/v1/tags/putin/articles?limit=50',
    '/feeds/lists/editors-picks': '/v1/lists/editors-picks',
};

const text = async path => {
    const answer = await fetch(server + path);
    if (!answer.ok) {
        throw new Error(`${path}: ${answer.status}`);
    }
    return answer.text();
};

const seconds = date => Math.floor(new Date(date).getTime() / 1000);
const item = (id, title, published, updated) => ({
    id, title, published: seconds(published), updated: updated && seconds(updated),
});

const READERS = {
    'feedsmith 3.0.1': {
        rss: source => parseFeed(source).feed.items.map(each =>
            item(each.guid.value, each.title, each.pubDate, each.atom?.updated)),
        atom: source => parseFeed(source).feed.entries.map(each =>
            item(each.id, typeof each.title === 'string' ? each.title : each.title.value, each.published, each.updated)),
        json: source => parseFeed(source).feed.items.map(each =>
            item(each.id, each.title, each.date_published, each.date_modified)),
    },
    'rss-parser 3.13.0': {
        rss: async source => (await new RssParser().parseString(source)).items.map(each =>
            item(each.guid, each.title, each.pubDate)),
        // This reader calls Atom's updated date pubDate if there is no published one.
        atom: async source => (await new RssParser().parseString(source)).items.map(each =>
            item(each.id, each.title, each.pubDate)),
    },
};

let wrong = 0;
console.log('| reader | feed | format | items | names | titles | published | updated |\n|---|---|---|---|---|---|---|---|');
for (const [path, listing] of Object.entries(PATHS)) {
    const cards = JSON.parse(await text(listing)).items.map(each => each.article ?? each);
    for (const [reader, formats] of Object.entries(READERS)) {
        for (const [format, read] of Object.entries(formats)) {
            const found = await read(await text(`${path}.${format}`));
            const agree = (name, of) => {
                const same = found.length === cards.length && cards.every((card, i) => of(found[i], card));
                wrong += same ? 0 : 1;
                return same ? 'same' : 'DIFFERENT';
            };
            const told = found.some(each => each.updated);
            console.log(`| ${[
                reader, path, format, found.length,
                agree('names', (one, card) => one.id === `urn:uuid:${card.id}`),
                path.includes('/lists/') ? 'its own' : agree('titles', (one, card) => one.title === card.title),
                agree('published', (one, card) => one.published === seconds(card.firstPublishedAt)),
                told ? agree('updated', (one, card) => one.updated === seconds(card.updatedAt)) : 'not read',
            ].join(' | ')} |`);
        }
    }
}
const outlines = parseOpml(await text('/feeds.opml')).body.outlines;
console.log(`\nfeedsmith reads ${outlines.length} feeds in the OPML.`);
process.exit(wrong === 0 ? 0 : 1);
