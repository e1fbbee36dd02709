package press.gazette.site.content;

import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.curation.content.PlainText;
import press.gazette.problem.Faults;

/** The ways to reach the publisher. */
@Schema(description = "The ways to reach the publisher.")
public record Contact(
        @Schema(
                description = "An e-mail address. Absent: none.",
                example = "newsdesk@averil.example",
                maxLength = Contact.LONGEST_EMAIL)
        @Nullable
        String email,

        @Schema(
                description =
                        "A telephone number: digits, blanks, hyphens, dots and parentheses, with + before a country code. Absent: none.",
                example = "+99 555 0100",
                maxLength = Contact.LONGEST_NUMBER)
        @Nullable
        String telephone,

        @Schema(
                description = "The postal address on one line, at most 500 characters. Absent: none.",
                example = "1 Charter Square, Averil",
                minLength = 1,
                maxLength = PlainText.LINE)
        @Nullable
        String address,

        @Schema(
                description = "The absolute URL of a page with the ways to reach the newsroom. Absent: none.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String url) {

    /** The longest address that a mail server accepts (RFC 5321 §4.5.3.1.3). */
    static final int LONGEST_EMAIL = 254;

    static final int LONGEST_NUMBER = 40;

    /** One @ with something on both sides; only a message can tell more. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}<>]+@[^@\\s\\p{Cntrl}<>]+");

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9(][0-9 ().-]*");

    public Contact {
        Faults faults = new Faults();
        faults.check(
                email == null
                        || (email.length() <= LONGEST_EMAIL
                                && EMAIL.matcher(email).matches()),
                "/email",
                "This must be an e-mail address of at most " + LONGEST_EMAIL + " characters.");
        faults.check(
                telephone == null
                        || (telephone.length() <= LONGEST_NUMBER
                                && NUMBER.matcher(telephone).matches()),
                "/telephone",
                "A telephone number is digits, blanks, hyphens, dots and parentheses, with + before a country code.");
        address = PlainText.checked(faults, "/address", address, PlainText.LINE);
        PlainText.checkUrl(faults, "/url", url);
        faults.refuse();
    }
}
