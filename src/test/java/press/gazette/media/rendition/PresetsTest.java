package press.gazette.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.media.file.FileType;
import press.gazette.media.file.StoredFile;
import press.gazette.media.picture.Area;
import press.gazette.problem.Problem;

/** Renditions under presets that change while records keep their crops. */
class PresetsTest {

    private static final StoredFile PICTURE =
            new StoredFile("a".repeat(64), FileType.JPEG, 9, 1_000, 500, null, 1, "#888888", null);

    private static final CropArea CORNER = new CropArea(0, 0, 25, 50);

    private static final Framing NAMED = new Framing(null, Map.of("square", CORNER));

    @Test
    void namedCropHasAnAddressOfItsOwnInEachSize() {
        PlannedRendition named = square(presets("card:480", "square:200x200"), NAMED);
        assertThat(named).isNotEqualTo(square(presets("card:480", "square:200x200"), Framing.NONE));
        assertThat(named).isNotEqualTo(square(presets("card:480", "square:220x220"), NAMED));
        assertThat(RenditionVersion.isOf(PICTURE, named.version())).isTrue();
        assertThat(RenditionRequest.of(PICTURE, NAMED, named, false).area()).isEqualTo(new Area(0, 0, 250, 250));
    }

    @Test
    void presetThatNoLongerCropsShowsTheWholePicture() {
        PlannedRendition scaled = square(presets("square:600"), NAMED);
        assertThat(RenditionRequest.of(PICTURE, NAMED, scaled, false).area()).isEqualTo(new Area(0, 0, 1_000, 500));
    }

    @Test
    void cropThatWasMadeKeepsItsAreaAfterASettingHasChanged() {
        PlannedRendition former = square(presets("card:480", "square:200x200"), NAMED);
        Framing since = NAMED.about(new Focus(90, 90));
        assertThat(RenditionRequest.of(PICTURE, since, former, true).area()).isEqualTo(new Area(0, 0, 250, 250));
    }

    @Test
    void cropOfAFormerPresetHoldsUpNoOtherChange() {
        Presets presets = presets("card:480", "thumb:100x100");
        Map<String, CropArea> former = Map.of("square", CORNER);
        assertThatCode(() -> presets.requireCropping(former, former)).doesNotThrowAnyException();
        assertThatThrownBy(() -> presets.requireCropping(Map.of("square", new CropArea(0, 0, 25, 51)), former))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> presets.requireCropping(Map.of("card", CORNER), former))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.faults().get(0).detail()).contains("whole picture"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 100, 100, 1, 1, 250, 0, 500, 500",
        "10, 20, 50, 50, 1, 1, 225, 100, 250, 250",
        "10, 20, 50, 50, 2, 1, 100, 100, 500, 250",
        "99, 99, 1, 1, 2, 1, 990, 495, 10, 5",
        "33.33, 0, 66.67, 100, 1, 2, 542, 0, 250, 500"
    })
    void areaIsCutToTheShapeAroundItsMiddle(
            double x, double y, double width, double height, int wide, int high, int left, int top, int w, int h) {
        assertThat(new CropArea(x, y, width, height).pixels(1_000, 500, wide, high))
                .isEqualTo(new Area(left, top, w, h));
    }

    @Test
    void areaOfATinyPictureHasAPixel() {
        assertThat(new CropArea(99, 99, 1, 1).pixels(3, 1, 1, 1)).isEqualTo(new Area(2, 0, 1, 1));
    }

    private static PlannedRendition square(Presets presets, Framing framing) {
        return presets.plan(PICTURE, framing).stream()
                .filter(each -> each.preset().equals("square"))
                .findFirst()
                .orElseThrow();
    }

    private static Presets presets(String... all) {
        return new Presets(new RenditionConfig() {
            @Override
            public List<String> mediaPresets() {
                return List.of(all);
            }

            @Override
            public int mediaQuality() {
                return 80;
            }
        });
    }
}
