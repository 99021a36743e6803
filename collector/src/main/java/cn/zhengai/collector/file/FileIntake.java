package cn.zhengai.collector.file;

import cn.zhengai.collector.file.FileOutcome.Status;
import cn.zhengai.collector.intake.Changes;
import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.intake.Submission;
import cn.zhengai.collector.intake.Taken;
import cn.zhengai.collector.intake.Tally;
import cn.zhengai.collector.mapping.MappingPlan;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.collector.mapping.WrittenDay;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.SourceMapping.Drop;
import cn.zhengai.core.port.Intake.Receipt;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.workbook.UnreadableWorkbook;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in CSV files and workbooks. A batch is a source and a content: the same content of the same source is taken once, whatever the
 * file is called. When rows of it were rejected and the catalogue has changed since, it is judged again. Safe for use by
 * many threads.
 */
public final class FileIntake {
    private static final Logger LOG = LoggerFactory.getLogger(FileIntake.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Drop PLAIN = new Drop("*", "auto", ',');
    private static final int DIGEST_SHOWN = 24;

    private final IntakeDesk desk;
    private final Optional<ReadingStore> known;

    /** Workbooks are sent whole. */
    public FileIntake(IntakeDesk desk) {
        this(desk, Optional.empty());
    }

    /** @param known of a workbook only what is not in force there is sent */
    public FileIntake(IntakeDesk desk, Optional<ReadingStore> known) {
        this.desk = desk;
        this.known = known;
    }

    IntakeDesk desk() {
        return desk;
    }

    /** A file that belongs to no source, or to several. */
    public FileOutcome refuse(Path file, FileRefused why) {
        desk.meter().refused("", "file", "no-source");
        return FileOutcome.refused(file, Optional.empty(), why.sentence());
    }

    /** A file that is not meant to be read lies where files are taken from; told once of each. */
    public void passOver(Path file) {
        LOG.info("{} is no file to be taken in", file);
        desk.meter().skipped("", Skip.UNMEANT_FILE, 1);
    }

    /**
     * Takes in one file. Does not throw for what is wrong with the file or the outside.
     *
     * @param order which file, for which source, how
     */
    public FileOutcome take(FileOrder order, Progress progress) {
        Optional<String> source = Optional.of(order.mapping().id());
        Path path = order.path();
        try {
            return isWorkbook(path) ? takenWorkbook(order) : taken(order, progress);
        } catch (SheetRows.Stopped stopped) {
            desk.meter().refused(order.mapping().id(), "xlsx", "refused");
            return FileOutcome.refused(path, source, stopped.why().sentence());
        } catch (UnreadableWorkbook unreadable) {
            desk.meter().refused(order.mapping().id(), "xlsx", "damaged");
            return FileOutcome.refused(path, source, unreadable.why().chinese());
        } catch (FileRefused refused) {
            desk.meter().refused(order.mapping().id(), "csv", "refused");
            return FileOutcome.refused(path, source, refused.sentence());
        } catch (ZipException | EOFException damaged) {
            desk.meter().refused(order.mapping().id(), "csv", "damaged");
            return FileOutcome.refused(path, source, "gzip 压缩文件损坏或不完整，整份文件没有接收。请重新压缩后投放。");
        } catch (PortException failed) {
            LOG.warn("{} was not taken: {}", path, failed.trouble(), failed);
            return FileOutcome.postponed(
                    path, source, "数据没有存下（" + failed.trouble().chinese() + "），稍后自动重试。");
        } catch (IOException | UncheckedIOException failed) {
            LOG.warn("{} could not be read", path, failed);
            return FileOutcome.postponed(path, source, "文件读写出错（" + failed.getMessage() + "），稍后自动重试。");
        }
    }

    static boolean isWorkbook(Path path) {
        return path.toString().endsWith(".xlsx");
    }

    private FileOutcome takenWorkbook(FileOrder order) throws IOException {
        SourceMapping mapping = order.mapping();
        MappingPlan plan = desk.plan(mapping);
        SheetRows rows =
                new SheetRows(order.path(), mapping, plan, desk.catalogue().zone());
        MarkedRows marked = new MarkedRows(mapping, rows);
        String id = batchId(mapping, FileBytes.digest(order.path()));
        EarlierVersion earlier = desk.receipt(id).isPresent() ? EarlierVersion.NONE : earlier(order);
        Submission submission = new Submission(
                id,
                WrittenDay.WAY,
                mapping,
                order.history() || mapping.history(),
                Files.size(order.path()),
                rows,
                marked,
                order.reason(),
                tally -> answer(order.path(), tally, earlier));
        Optional<Changes> changes = known.map(Changes::new);
        Taken taken = changes.isPresent() ? desk.takeChanges(submission, changes.get()) : desk.take(submission);
        if (taken.repeated()) {
            desk.meter().skipped(mapping.id(), Skip.REPEATED_FILE, 1);
            return outcome(order, taken);
        }
        FileOutcome outcome = outcome(order, taken);
        String compared = changes.map(
                        c -> "其中新增 " + c.fresh() + " 条，更正 " + c.revised() + " 条；未变 " + c.unchanged() + " 条没有再报。")
                .orElse("");
        String left = order.earlier()
                .map(where -> earlier.told(where, desk.catalogue()))
                .orElse("");
        return outcome.saying(outcome.sentence() + compared + left + copy(order, marked));
    }

    /** The newest file that was taken from this source under the same name is the version before. */
    private EarlierVersion earlier(FileOrder order) throws IOException {
        if (order.earlier().isEmpty() || known.isEmpty()) {
            return EarlierVersion.NONE;
        }
        String name = String.valueOf(order.path().getFileName());
        for (Path candidate : order.earlier().get().files()) {
            if (wasTakenAs(candidate, order.mapping(), name)) {
                LeftOut leftOut = new LeftOut(desk, order.mapping(), known.get());
                return EarlierVersion.of(candidate, order.path(), leftOut);
            }
        }
        return EarlierVersion.NONE;
    }

    /** A file that cannot be read is none to compare with; it must not keep the new one waiting. */
    private boolean wasTakenAs(Path candidate, SourceMapping mapping, String name) {
        String digest;
        try {
            digest = FileBytes.digest(candidate);
        } catch (IOException unreadable) {
            LOG.warn("{} 读不出来，不与它比较：{}", candidate, unreadable.getMessage());
            return false;
        }
        String id = mapping.id() + "-" + digest.substring(0, DIGEST_SHOWN);
        return desk.receipt(id)
                .filter(receipt -> kept(receipt.answer(), "file").equals(name))
                .isPresent();
    }

    /** The readings are durable; a copy that cannot be written changes nothing about them. */
    private static String copy(FileOrder order, MarkedRows marked) {
        try {
            if (order.rejected().isPresent()
                    && marked.write(order.path(), order.rejected().get())) {
                return "拒收的单元格已在批注副本中标出。";
            }
        } catch (IOException failed) {
            LOG.warn("no annotated copy of {}", order.path(), failed);
            return "批注副本没有写成（" + failed.getMessage() + "），拒收的行请在拒收页面查看。";
        }
        return marked.tooLarge() ? "文件过大，不附批注副本，拒收的行请在拒收页面查看，或用 zhengai rejections export 导出。" : "";
    }

    private FileOutcome taken(FileOrder order, Progress progress) throws IOException, FileRefused {
        SourceMapping mapping = order.mapping();
        CsvFile file = CsvFile.open(order.path(), mapping.drop().orElse(PLAIN));
        demandColumns(file, mapping);
        String id = batchId(mapping, file.scan().digest());
        CsvRows rows = new CsvRows(file, progress);
        boolean history = order.history() || mapping.history();
        try (RejectedRows rejected = new RejectedRows(order.rejected(), file.header(), rows::current)) {
            Submission submission = new Submission(
                    id,
                    "csv",
                    mapping,
                    history,
                    file.size(),
                    rows,
                    rejected,
                    order.reason(),
                    tally -> answer(order.path(), tally, EarlierVersion.NONE));
            Taken taken = desk.take(submission);
            if (taken.repeated()) {
                desk.meter().skipped(mapping.id(), Skip.REPEATED_FILE, 1);
            }
            return outcome(order, taken);
        }
    }

    private void demandColumns(CsvFile file, SourceMapping mapping) throws FileRefused {
        List<String> missing = desk.plan(mapping).missingIn(new HashSet<>(file.header()));
        if (!missing.isEmpty()) {
            throw new FileRefused("表头缺少列：" + String.join("、", missing) + "。文件里的列是：" + file.shownHeader() + "。来源“"
                    + mapping.id() + "”的映射要读的列是："
                    + String.join("、", desk.plan(mapping).columns())
                    + "。整份文件没有接收，请改正表头、分隔符或映射后重新投放。");
        }
    }

    private String batchId(SourceMapping mapping, String digest) {
        String id = mapping.id() + "-" + digest.substring(0, DIGEST_SHOWN);
        Optional<Receipt> before = desk.receipt(id);
        String rules = desk.catalogue().digest();
        boolean again = before.isPresent()
                && before.get().rejected() > 0
                && !rules.equals(kept(before.get().answer(), "catalogue"));
        return again ? id + "-" + Integer.toHexString(rules.hashCode()) : id;
    }

    private static String kept(String answer, String what) {
        try {
            return MAPPER.readTree(answer).path(what).asText();
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the answer kept with a receipt is no JSON", damaged);
        }
    }

    private String answer(Path path, Tally tally, EarlierVersion earlier) {
        ObjectNode answer = MAPPER.createObjectNode()
                .put("batch", tally.head().id())
                .put("file", String.valueOf(path.getFileName()))
                .put("accepted", tally.accepted())
                .put("rejected", tally.rejections())
                .put("catalogue", desk.catalogue().digest());
        if (earlier.compared()) {
            answer.put("missing", earlier.gone().size());
        }
        return answer.toString();
    }

    private static FileOutcome outcome(FileOrder order, Taken taken) {
        Receipt receipt = taken.receipt();
        String counts = "接收 " + receipt.accepted() + " 条，拒收 " + receipt.rejected() + " 条（批次 "
                + receipt.head().id() + "）。";
        return new FileOutcome(
                order.path(),
                Optional.of(order.mapping().id()),
                taken.repeated() ? Status.REPEATED : Status.TAKEN,
                receipt.accepted(),
                receipt.rejected(),
                taken.repeated() ? "同样的内容已经接收过，这次没有重复接收。上次" + counts : counts);
    }
}
