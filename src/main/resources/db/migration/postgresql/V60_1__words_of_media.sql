-- The words of caption, alternative text and credit, as searches compare them.
create table if not exists media_word (
    media_id uuid not null references media on delete cascade,
    word     varchar(100) collate "C" not null,
    primary key (media_id, word)
);

-- q: a range of words.
create index if not exists media_word_in_order on media_word (word, media_id);
