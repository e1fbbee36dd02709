/**
 * The state of the database. When it is lost, waiting requests fail at once and new ones are not begun; everything resumes
 * by itself when it is back. When its disk is full, reads go on. Migrations of the embedded file are here too.
 */
@NullMarked
package press.gazette.database;

import org.jspecify.annotations.NullMarked;
