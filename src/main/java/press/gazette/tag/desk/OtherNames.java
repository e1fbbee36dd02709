package press.gazette.tag.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import press.gazette.database.SearchKey;
import press.gazette.problem.Faults;
import press.gazette.problem.Language;
import press.gazette.tag.naming.OtherName;

/** Checks the other names in a draft of a tag. */
final class OtherNames {

    private static final String POINTER = "/otherNames";

    private final Faults faults;
    private final Set<String> known = new HashSet<>();

    private OtherNames(Faults faults) {
        this.faults = faults;
    }

    /** The same names without blanks at their ends. Reports names that cannot be shown or searched for, and repeated ones. */
    static List<OtherName> check(List<OtherName> names, Faults faults) {
        faults.check(names.size() <= OtherName.MOST, POINTER, "A tag has at most " + OtherName.MOST + " other names.");
        OtherNames checker = new OtherNames(faults);
        List<OtherName> checked = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), OtherName.MOST); i++) {
            checked.add(checker.check(names.get(i), POINTER + "/" + i));
        }
        return List.copyOf(checked);
    }

    private OtherName check(OtherName other, String pointer) {
        String place = pointer + "/name";
        String name = faults.name(place, other.name(), OtherName.LONGEST);
        String folded = SearchKey.of(name);
        faults.check(name.codePoints().allMatch(OtherName::isShown), place, "This has an invisible character.");
        faults.check(
                folded.length() <= TagDraft.LONGEST_FOLDED,
                place,
                "The name is too long in the form that searches compare.");
        faults.check(Language.isValid(other.language()), pointer + "/language", Language.EXPECTED);
        faults.check(
                known.add(folded + "\n" + other.language().toLowerCase(Locale.ROOT)),
                pointer,
                "This name is listed twice in this language, ignoring case and accents.");
        return new OtherName(name, other.language());
    }
}
