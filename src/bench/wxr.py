#!/usr/bin/env python3
"""Writes an export of WordPress for measuring imports: python3 wxr.py [posts] > export.xml

For each 100 posts: 50 of the block editor and 50 classic ones with shortcodes, 40 attachments (half of them behind the posts that
show them), 20 former slugs, 10 drafts, 2 private ones, 2 with a password, and links to other posts before and behind. The same
number gives the same bytes.
"""

import random
import sys
from datetime import datetime, timedelta

POSTS = 100_000
SITE = "https://www.old.example"
WORDS = (
    "harbour lock tram council budget vote river bridge school storm market night train strike mayor water island ferry tax court "
    "report minister plan road winter summer house price team match player goal season film book theatre music museum the a of and "
    "to in for with on at by from after before under over between new old first last long short early late public local open closed"
).split()
CATEGORIES = [f"section-{number}" for number in range(40)]
TAGS = [f"topic-{number}" for number in range(2_000)]
AUTHORS = [f"author{number}" for number in range(60)]


def words(rng, count):
    return " ".join(rng.choices(WORDS, k=count))


def sentence(rng):
    return words(rng, rng.randint(8, 20)).capitalize() + "."


def paragraph(rng):
    return " ".join(sentence(rng) for _ in range(rng.randint(2, 5)))


def link(rng, posts):
    return f'<a href="{SITE}/{address(rng.randrange(posts))}">{words(rng, 3)}</a>'


def address(number):
    return f"{2005 + number % 20}/{1 + number % 12:02}/post-{number}/"


def picture(number):
    return f"{SITE}/wp-content/uploads/2019/03/picture-{number}.jpg"


def classic(rng, number, posts):
    parts = [paragraph(rng) for _ in range(5)]
    parts[1] += " " + link(rng, posts)
    parts.insert(2, f'[caption id="a_{number}" align="alignleft" width="300"]<img class="size-medium" src="'
                    f'{picture(number % (posts * 2 // 5 or 1)).replace(".jpg", "-300x200.jpg")}" alt="{words(rng, 4)}" /> {sentence(rng)}[/caption]')
    if number % 3 == 0:
        parts.insert(3, '[gallery ids="' + ",".join(str(posts + rng.randrange(posts * 2 // 5 or 1)) for _ in range(3)) + '"]')
    if number % 5 == 0:
        parts.insert(4, "https://www.youtube.com/watch?v=abcdefghijk")
    if number % 7 == 0:
        parts.append(f'[poll id="{number}"]{words(rng, 4)}[/poll]')
    return "\n\n".join(parts)


def blocks(rng, number, posts):
    made = [f"<!-- wp:paragraph -->\n<p>{paragraph(rng)}</p>\n<!-- /wp:paragraph -->" for _ in range(5)]
    made.insert(1, f"<!-- wp:heading -->\n<h2>{words(rng, 4).capitalize()}</h2>\n<!-- /wp:heading -->")
    made.insert(3, f'<!-- wp:paragraph -->\n<p>{sentence(rng)} {link(rng, posts)}</p>\n<!-- /wp:paragraph -->')
    if number % 2 == 0:
        made.insert(4, '<!-- wp:image {"id":1} -->\n<figure class="wp-block-image"><img src="'
                       f'{picture(number % (posts * 2 // 5 or 1))}" alt="{words(rng, 3)}"/><figcaption>{sentence(rng)}</figcaption></figure>\n<!-- /wp:image -->')
    if number % 6 == 0:
        rows = "".join(f"<tr><td>{word}</td><td>{rng.randrange(99)}</td></tr>" for word in rng.choices(WORDS, k=4))
        made.append(f'<!-- wp:table -->\n<figure class="wp-block-table"><table><tbody>{rows}</tbody></table></figure>\n<!-- /wp:table -->')
    if number % 9 == 0:
        made.append('<!-- wp:latest-posts {"postsToShow":5} /-->')
    return "\n\n".join(made)


def cdata(text):
    return f"<![CDATA[{text}]]>"


def element(name, text):
    return f"<{name}>{cdata(text)}</{name}>"


def meta(key, value):
    return f"<wp:postmeta>{element('wp:meta_key', key)}{element('wp:meta_value', value)}</wp:postmeta>"


def state(number):
    if number % 10 == 9:
        return "draft", ""
    if number % 50 == 3:
        return "private", ""
    return "publish", "secret" if number % 50 == 7 else ""


def post(rng, number, posts):
    date = datetime(2005, 1, 1) + timedelta(minutes=97 * number)
    status, password = state(number)
    lines = [
        "<item>",
        element("title", words(rng, 7).capitalize()),
        f"<link>{SITE}/{address(number)}</link>",
        element("dc:creator", rng.choice(AUTHORS)),
        element("content:encoded", (blocks if number % 2 else classic)(rng, number, posts)),
        element("excerpt:encoded", sentence(rng)),
        f"<wp:post_id>{number + 1}</wp:post_id>",
        f"<wp:post_date>{date}</wp:post_date><wp:post_date_gmt>{date}</wp:post_date_gmt>",
        f"<wp:post_modified_gmt>{date + timedelta(hours=3)}</wp:post_modified_gmt>",
        element("wp:post_name", f"post-{number}"),
        f"<wp:status>{status}</wp:status><wp:post_type>post</wp:post_type><wp:post_password>{password}</wp:post_password>",
    ]
    category = rng.choice(CATEGORIES)
    lines.append(f'<category domain="category" nicename="{category}">{cdata(category)}</category>')
    for tag in dict.fromkeys(rng.choices(TAGS, k=3)):
        lines.append(f'<category domain="post_tag" nicename="{tag}">{cdata(tag)}</category>')
    if number % 5 == 0:
        lines.append(meta("_wp_old_slug", f"former-post-{number}"))
    if number % 5 < 2:
        lines.append(meta("_thumbnail_id", str(posts + number % (posts * 2 // 5 or 1))))
    lines.append(meta("_yoast_wpseo_title", "%%title%% %%sep%% %%sitename%%"))
    if number % 20 == 0:
        lines.append("<wp:comment><wp:comment_id>1</wp:comment_id>" + element("wp:comment_content", sentence(rng)) + "</wp:comment>")
    return "\n".join(lines) + "\n</item>\n"


def attachment(number, posts):
    size = 'a:2:{s:5:"width";i:1600;s:6:"height";i:900;}'
    return (
        f"<item><title>picture</title><wp:post_id>{posts + number}</wp:post_id><wp:post_type>attachment</wp:post_type>"
        f"<wp:status>inherit</wp:status>{element('excerpt:encoded', 'Below the picture')}"
        f"<wp:attachment_url>{picture(number)}</wp:attachment_url>{meta('_wp_attachment_metadata', size)}"
        f"{meta('_wp_attachment_image_alt', 'A picture')}</item>\n"
    )


def write(posts, out):
    rng = random.Random(posts)
    pictures = posts * 2 // 5
    out.write(
        '<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/">\n'
        f"<channel><title>The Old Example</title><link>{SITE}</link><language>en-GB</language>\n"
        f"<wp:base_site_url>{SITE}</wp:base_site_url><wp:base_blog_url>{SITE}</wp:base_blog_url>\n")
    for author in AUTHORS:
        out.write(f"<wp:author><wp:author_login>{author}</wp:author_login>{element('wp:author_display_name', author.title())}</wp:author>\n")
    for number, category in enumerate(CATEGORIES):
        parent = CATEGORIES[number - 20] if number >= 20 else ""
        out.write(
            f"<wp:category><wp:term_id>{number + 1}</wp:term_id><wp:category_nicename>{category}</wp:category_nicename>"
            f"<wp:category_parent>{parent}</wp:category_parent>{element('wp:cat_name', category.title())}</wp:category>\n")
    for number in range(pictures // 2):
        out.write(attachment(number, posts))
    for number in range(posts):
        out.write(post(rng, number, posts))
    for number in range(pictures // 2, pictures):
        out.write(attachment(number, posts))
    out.write("</channel>\n</rss>\n")


if __name__ == "__main__":
    write(int(sys.argv[1]) if len(sys.argv) > 1 else POSTS, sys.stdout)
