package cn.zhengai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a folder is damaged, reading it ends with findings or a catalogue, never with anything else. */
class DamageTest {
    private static final String SHREDS = "{}[]:,-#&*!|>'\"%@` \n\t0.9é中";
    private static final int DAMAGES = 40;

    @TempDir
    Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void endsInFindingsOrACatalogue(int seed) {
        Random random = new Random(seed);
        Map<String, String> sound = new HashMap<>(Fault.SOUND);
        sound.put("goals/x.yaml", """
                cycle: 2026
                unit: jwc
                goals:
                  - {id: a, name: 甲, kind: key, weight: 60, ratio: {point: course.score, target: 92.5}}
                  - {id: b, name: 乙, kind: key, weight: 40, tasks: [{name: 丙, due: 2026-06-30}]}
                """);
        sound.put("sources/x.yaml", """
                sources:
                  - {id: s, name: 来源, subject: "{s}", time: {column: at}, measures: [{point: "{p}", value: v}]}
                """);
        List<String> files = sound.keySet().stream().sorted().toList();
        for (int i = 0; i < DAMAGES; i++) {
            Fault.write(folder, sound);
            String file = files.get(random.nextInt(files.size()));
            String damaged = damage(sound.get(file), random);
            Fault.write(folder, Map.of(file, damaged));
            CatalogueReading reading = CatalogueFolder.read(folder);
            boolean errors = reading.findings().stream().anyMatch(Finding::isError);
            assertThat(reading.catalogue().isPresent()).as(damaged).isNotEqualTo(errors);
            assertThat(reading.findings()).as(damaged).allSatisfy(finding -> {
                assertThat(finding.sentence()).endsWith("。");
                assertThat(finding.line())
                        .isBetween(1, 1 + (int) damaged.lines().count() + 20);
            });
        }
    }

    private static String damage(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int line = random.nextInt(lines.size());
        String was = lines.get(line);
        int at = random.nextInt(was.length());
        int end = at + random.nextInt(was.length() - at + 1);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, was);
            case 2 -> lines.set(line, was.substring(0, at) + was.substring(end));
            case 3 -> lines.set(line, was.substring(0, at) + shred(random) + was.substring(at));
            case 4 -> lines.set(line, was.substring(0, at) + shred(random) + was.substring(end));
            default -> lines.set(line, was.substring(0, end) + was.substring(at));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String shred(Random random) {
        return SHREDS.substring(random.nextInt(SHREDS.length() - 1)).substring(0, 1);
    }
}
