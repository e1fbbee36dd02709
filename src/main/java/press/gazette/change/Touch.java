package press.gazette.change;

import java.util.List;

/**
 * What a change means for those who keep answers.
 *
 * @param seq its number in the ledger
 * @param subjects everything whose answers may differ now
 * @param understood false: a newer version of Gazette has written it, and only that one knows what else it means
 */
public record Touch(long seq, List<Subject> subjects, boolean understood) {}
