insert into seal values (rawtohex(secure_rand(32)));
