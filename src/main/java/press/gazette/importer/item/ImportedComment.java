package press.gazette.importer.item;

/**
 * A comment of a reader on an article. E-mail and IP addresses are not read.
 *
 * @param parent the id of the comment that it responds to; empty: none
 * @param date as the file has it
 * @param state as the file has it, such as 1 for approved ones
 */
public record ImportedComment(String id, String parent, String author, String date, String state, String text) {}
