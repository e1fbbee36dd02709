package press.gazette.body.block;

/**
 * An output format, with one method for each type of block. No method has a default, so a new type does not compile
 * until every format handles it.
 *
 * @param <T> the result for one block
 */
public interface BlockWriter<T> {

    T paragraph(ParagraphBlock block);

    T heading(HeadingBlock block);

    T quote(QuoteBlock block);

    T list(ListBlock block);

    T image(ImageBlock block);

    T embed(EmbedBlock block);

    T code(CodeBlock block);

    T divider(DividerBlock block);

    T gallery(GalleryBlock block);

    T video(VideoBlock block);

    T audio(AudioBlock block);

    T table(TableBlock block);

    T box(BoxBlock block);

    T file(FileBlock block);

    T notes(NotesBlock block);
}
