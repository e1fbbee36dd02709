-- Texts of up to 64 KiB stand in their rows. The default of 256 bytes puts each body into a store of its own, where each read
-- of it writes a copy that lasts for minutes. Rows that are there already change with their next save.
set max_length_inplace_lob 65536;
