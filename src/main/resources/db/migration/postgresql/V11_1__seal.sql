insert into seal
select encode(sha256(convert_to(string_agg(gen_random_uuid()::text, ''), 'utf8')), 'hex')
from generate_series(1, 4);
