-- The ground floor: ledger, media, vocabulary, articles, curated lists.
-- Texts without a bound of their own are "text" (H2 knows it as a large character object). Instants have microseconds, which
-- is what both databases keep. Enumerations are stored as the words that JSON shows.

-- The ledger --------------------------------------------------------------------------------------------------------------

create table ledger_head (
    id  integer primary key,
    seq bigint not null,
    at  timestamp(6) with time zone not null
);

-- The one row whose lock puts writers in line.
insert into ledger_head (id, seq, at) values (1, 0, timestamp with time zone '1970-01-01 00:00:00+00:00');

create table change (
    seq     bigint primary key,
    at      timestamp(6) with time zone not null,
    kind    varchar(20) not null,
    subject varchar(120) not null,
    touched text not null
);

create table follower (
    name varchar(60) primary key,
    seq  bigint not null
);

-- Media -------------------------------------------------------------------------------------------------------------------

create table media (
    id         uuid primary key,
    url        varchar(2000) not null,
    alt        text not null,
    caption    text,
    credit     varchar(500),
    width      integer not null,
    height     integer not null,
    renditions text not null
);

-- The vocabulary ----------------------------------------------------------------------------------------------------------

create table tag (
    id          uuid primary key,
    slug        varchar(100) not null unique,
    name        varchar(200) not null,
    type        varchar(20) not null,
    description text,
    state       varchar(20) not null,
    same_as     text not null,
    image_id    uuid references media,
    modified_at timestamp(6) with time zone not null,
    version     integer not null
);

-- Listings of one type, in the order of the slugs; those of all types use the unique index on slug.
create index tag_by_type on tag (type, slug);

create table tag_parent (
    tag_id    uuid not null references tag,
    position  integer not null,
    parent_id uuid not null references tag,
    primary key (tag_id, position)
);

create table tag_alias (
    slug   varchar(100) primary key,
    tag_id uuid not null references tag
);

create index tag_alias_of_tag on tag_alias (tag_id);

-- Articles ----------------------------------------------------------------------------------------------------------------

create table article (
    id                 uuid primary key,
    slug               varchar(100) not null unique,
    type               varchar(20) not null,
    language           varchar(35) not null,
    title              varchar(500) not null,
    kicker             varchar(200),
    standfirst         text,
    body               text not null,
    word_count         integer not null,
    byline             varchar(500),
    image_id           uuid references media,
    canonical_url      varchar(2000),
    source             varchar(200),
    rights             text,
    seo                text,
    corrections        text not null,
    status             varchar(20) not null,
    publish_at         timestamp(6) with time zone,
    embargo_until      timestamp(6) with time zone,
    expires_at         timestamp(6) with time zone,
    withdrawal_reason  varchar(20),
    withdrawn_at       timestamp(6) with time zone,
    withdrawal_note    text,
    first_published_at timestamp(6) with time zone,
    published_at       timestamp(6) with time zone,
    updated_at         timestamp(6) with time zone,
    modified_at        timestamp(6) with time zone not null,
    version            integer not null
);

-- The listing of all articles in its order; it ends in the id, so the order has no ties.
create index article_newest on article (status, published_at desc, id desc);

create table article_alias (
    slug       varchar(100) primary key,
    article_id uuid not null references article
);

create index article_alias_of_article on article_alias (article_id);

create table article_related (
    article_id uuid not null references article,
    position   integer not null,
    related_id uuid not null references article,
    primary key (article_id, position)
);

create table tagging (
    article_id   uuid not null references article,
    tag_id       uuid not null references tag,
    position     integer not null,
    listed       boolean not null,
    published_at timestamp(6) with time zone,
    primary key (article_id, tag_id)
);

-- The listing of one tag's articles in its order; listed and published_at repeat what the article says for this index.
create index tagging_newest on tagging (tag_id, listed, published_at desc, article_id desc);

-- Curated lists -----------------------------------------------------------------------------------------------------------

create table curated_list (
    id        uuid primary key,
    key       varchar(100) not null unique,
    title     varchar(200) not null,
    kind      varchar(20) not null,
    max_items integer not null,
    live_id   uuid,
    version   integer not null
);

create table list_revision (
    id       uuid primary key,
    list_id  uuid not null references curated_list,
    number   integer not null,
    fill     text,
    saved_at timestamp(6) with time zone not null,
    unique (list_id, number)
);

alter table curated_list add constraint curated_list_live foreign key (live_id) references list_revision;

create table list_entry (
    id          uuid primary key,
    revision_id uuid not null references list_revision,
    position    integer not null,
    article_id  uuid not null references article,
    overrides   text not null,
    unique (revision_id, position)
);

create table curated_page (
    id    uuid primary key,
    key   varchar(100) not null unique,
    title varchar(200) not null
);

create table curated_page_list (
    page_id  uuid not null references curated_page,
    position integer not null,
    list_id  uuid not null references curated_list,
    primary key (page_id, position)
);
