package press.gazette.media.desk;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.media.MediaUser;
import press.gazette.media.PictureUses;

/** The content that uses a medium. */
@Schema(name = "MediaUses", description = "The content that uses a medium.")
record MediaUsesView(
        @Schema(description = "Kind by kind, at most " + MediaUsesView.MOST + " of each.")
        List<MediaUser> items,

        @Schema(description = "True if there is more of a kind.")
        boolean truncated) {

    /** Of each kind. */
    static final int MOST = 100;

    /** One statement for each kind. */
    static MediaUsesView of(UUID medium, PictureUses uses) {
        Collection<List<MediaUser>> byKind = uses.users(medium, MOST + 1).stream()
                .collect(Collectors.groupingBy(MediaUser::type, TreeMap::new, Collectors.toList()))
                .values();
        return new MediaUsesView(
                byKind.stream()
                        .map(List::stream)
                        .flatMap(each -> each.limit(MOST))
                        .toList(),
                byKind.stream().anyMatch(each -> each.size() > MOST));
    }
}
