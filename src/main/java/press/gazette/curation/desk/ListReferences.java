package press.gazette.curation.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.hibernate.orm.panache.Panache;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.CuratedList;
import press.gazette.curation.Sources;
import press.gazette.curation.content.ExternalLink;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListEntry;
import press.gazette.curation.content.Overrides;
import press.gazette.curation.content.Placement;
import press.gazette.curation.content.Settings;
import press.gazette.curation.content.Source;
import press.gazette.curation.content.SourceQuery;
import press.gazette.curation.content.Supporting;
import press.gazette.curation.content.Target;
import press.gazette.curation.draft.EntryDraft;
import press.gazette.curation.draft.FillDraft;
import press.gazette.curation.draft.FillQueryDraft;
import press.gazette.curation.draft.ListSettings;
import press.gazette.curation.draft.SupportingDraft;
import press.gazette.curation.draft.TargetDraft;
import press.gazette.tag.Tag;

/** Converts drafts with slugs and keys to stored content with ids, and back. */
public final class ListReferences {

    private record Row(UUID id, String name) {}

    private final Map<UUID, String> names;

    private ListReferences(Map<UUID, String> names) {
        this.names = names;
    }

    /**
     * The settings to store.
     *
     * @param self the list of these settings; null: a new one
     * @throws press.gazette.problem.Problem {@code invalid-content} with every reference that is not found or not allowed
     */
    static Settings stored(ListSettings draft, @Nullable CuratedList self, Instant now) {
        DraftReferences references = new DraftReferences(now);
        if (draft.fill().stream().anyMatch(each -> each.list() != null)) {
            Sources.lock();
        }
        List<Source> fill = new ArrayList<>();
        for (int i = 0; i < draft.fill().size(); i++) {
            fill.add(references.source(draft.fill().get(i), self, "/fill/" + i));
        }
        List<UUID> exclusions = references.exclusions(draft.exclusions());
        references.refuse();
        return new Settings(
                draft.title(),
                draft.kind(),
                Objects.requireNonNull(draft.minItems()),
                Objects.requireNonNull(draft.maxItems()),
                Objects.requireNonNull(draft.dedupe()),
                draft.groups(),
                fill,
                exclusions);
    }

    /**
     * The placement to store.
     *
     * @throws press.gazette.problem.Problem {@code invalid-content} with every reference that is not found
     */
    static Placement stored(EntryDraft draft, Instant now) {
        DraftReferences references = new DraftReferences(now);
        Target target = references.target(draft.target());
        List<Supporting> supporting = references.supporting(draft.supporting());
        Overrides overrides = draft.overrides();
        references.checkImage(overrides == null ? null : overrides.image(), "/overrides/image");
        ExternalLink link = draft.target().link();
        references.checkImage(link == null ? null : link.image(), "/target/link/image");
        references.refuse();
        return new Placement(
                target, draft.pin(), draft.group(), draft.startsAt(), draft.endsAt(), overrides, supporting);
    }

    /** Reads the slugs of all tags and the keys of all lists in these contents: at most two statements. */
    public static ListReferences of(Collection<ListContent> contents) {
        List<Source> sources = contents.stream()
                .flatMap(content -> content.settings().fill().stream())
                .toList();
        Set<UUID> tags = Stream.concat(
                        sources.stream().flatMap(Source::tags),
                        contents.stream()
                                .flatMap(content -> content.entries().stream())
                                .flatMap(entry -> entry.placed().target().latestTag().stream()))
                .collect(Collectors.toSet());
        Set<UUID> lists =
                sources.stream().flatMap(source -> source.listId().stream()).collect(Collectors.toSet());
        return new ListReferences(Stream.concat(
                        rows("select t.id, t.text.slug from Tag t where t.id in :ids", Tag.class, tags),
                        rows("select l.id, l.key from CuratedList l where l.id in :ids", CuratedList.class, lists))
                .collect(Collectors.toMap(Row::id, Row::name)));
    }

    private static Stream<Row> rows(String hql, Class<?> entity, Set<UUID> ids) {
        return ids.isEmpty()
                ? Stream.of()
                : Panache.getSession(entity)
                        .createSelectionQuery(hql, Row.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream();
    }

    /**
     * The settings as an editor would send them. Articles stay ids: their working slugs change.
     *
     * @param key the key of the list; null: a draft without one
     */
    public ListSettings draft(@Nullable String key, Settings settings) {
        return new ListSettings(
                key,
                settings.title(),
                settings.kind(),
                settings.minItems(),
                settings.maxItems(),
                settings.dedupe(),
                settings.groups(),
                settings.fill().stream().map(this::draft).toList(),
                settings.exclusions().stream().map(UUID::toString).toList(),
                null);
    }

    /** The entry as an editor would send it. */
    public EntryDraft draft(ListEntry entry) {
        Placement placed = entry.placed();
        return new EntryDraft(
                draft(placed.target()),
                placed.pin(),
                placed.group(),
                placed.startsAt(),
                placed.endsAt(),
                placed.overrides(),
                placed.supporting().stream().map(ListReferences::draft).toList());
    }

    private TargetDraft draft(Target target) {
        return new TargetDraft(
                target.articleId().map(UUID::toString).orElse(null),
                target.latestTag().map(this::name).orElse(null),
                target.external().orElse(null));
    }

    private FillDraft draft(Source source) {
        return new FillDraft(
                source.asQuery().map(this::draft).orElse(null),
                source.listId().map(this::name).orElse(null),
                source.latestTag().map(this::name).orElse(null),
                source.group());
    }

    private FillQueryDraft draft(SourceQuery query) {
        return new FillQueryDraft(
                query.expression()
                        .map(tags -> tags.text(ref -> ref.either(this::name, slug -> slug)))
                        .orElse(null),
                query.section() == null ? null : name(query.section()),
                query.type(),
                query.language(),
                query.maxAge(),
                query.order());
    }

    private static SupportingDraft draft(Supporting link) {
        return new SupportingDraft(link.articleId().map(UUID::toString).orElse(null), link.url(), link.title());
    }

    /** The id itself stands for a tag or list that is gone. */
    private String name(UUID id) {
        return names.getOrDefault(id, id.toString());
    }
}
