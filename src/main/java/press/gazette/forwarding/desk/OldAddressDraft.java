package press.gazette.forwarding.desk;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.address.WebAddress;
import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.forwarding.ForwardingTarget;
import press.gazette.forwarding.OldAddress;
import press.gazette.forwarding.OldPath;
import press.gazette.problem.Faults;
import press.gazette.tag.Tag;
import press.gazette.tag.TagRef;

/** An old address, as an editor writes it, with exactly one target. */
@Schema(description = "An address of the former site, with exactly one of article, tag and link.")
record OldAddressDraft(
        @Schema(
                description =
                        "The path with its query, or the whole URL, at most 2,000 bytes. It is stored decoded, without "
                                + "host, fragment and the slash at its end.",
                example = "/2019/03/02/night-trams/",
                minLength = 1,
                maxLength = OldPath.MOST_BYTES)
        String path,

        @Schema(description = "The id or slug of an article; the id is stored.", example = "night-trams-return")
        @Nullable
        String article,

        @Schema(description = "The id or slug of a tag; the id is stored.") @Nullable
        String tag,

        @Schema(
                description = "An absolute http or https URL, or a path from the root of the site.",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String link) {

    OldAddressDraft {
        Faults faults = new Faults();
        faults.check(OldPath.of(path).isPresent(), "/path", OldPath.EXPECTED);
        faults.check(
                Stream.of(Optional.ofNullable(article), Optional.ofNullable(tag), Optional.ofNullable(link))
                                .filter(Optional::isPresent)
                                .count()
                        == 1,
                "",
                "An old address has exactly one of article, tag and link.");
        faults.check(
                link == null || WebAddress.isAbsolute(link) || WebAddress.isFromRoot(link),
                "/link",
                "This is an absolute http or https URL, or a path from the root of the site.");
        faults.refuse();
    }

    static OldAddressDraft of(OldAddress address) {
        ForwardingTarget target = address.target();
        return new OldAddressDraft(address.path(), text(target.article()), text(target.tag()), target.link());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    OldPath oldPath() {
        return OldPath.of(path).orElseThrow();
    }

    /**
     * The target, with ids in place of slugs.
     *
     * @param self the address that this is a draft of; null: a new one
     */
    ForwardingTarget target(@Nullable OldAddress self) {
        Faults faults = new Faults();
        Optional<OldAddress> other = OldAddress.at(oldPath()).filter(found -> !found.equals(self));
        faults.check(other.isEmpty(), "/path", "This address leads elsewhere already.");
        ForwardingTarget target = link != null
                ? ForwardingTarget.link(link)
                : article != null ? article(article, faults) : tag(Objects.requireNonNull(tag), faults);
        faults.refuse();
        return target;
    }

    private static ForwardingTarget article(String text, Faults faults) {
        Optional<Article> found = Ref.of(text).flatMap(ArticleRef::atDesk);
        faults.check(found.isPresent(), "/article", "There is no such article.");
        return new ForwardingTarget(found.map(Article::id).orElse(null), null, null);
    }

    private static ForwardingTarget tag(String text, Faults faults) {
        Optional<Tag> found = Ref.of(text).flatMap(TagRef::atDesk);
        faults.check(found.isPresent(), "/tag", "There is no such tag.");
        return new ForwardingTarget(null, found.map(Tag::id).orElse(null), null);
    }
}
