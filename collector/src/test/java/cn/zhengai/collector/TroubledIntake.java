package cn.zhengai.collector;

import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.RejectionId;
import java.util.List;
import java.util.Optional;

/** An intake whose answers cannot be kept, on demand: as if the process had ended right before. */
public final class TroubledIntake implements Intake {
    private final Intake intake;
    private Optional<Trouble> trouble = Optional.empty();

    public TroubledIntake(Intake intake) {
        this.intake = intake;
    }

    /** From now on settling fails so, or never when empty. */
    public void fail(Optional<Trouble> with) {
        trouble = with;
    }

    @Override
    public int settle(Settlement settlement) {
        trouble.ifPresent(t -> {
            throw new PortException(t, "on demand");
        });
        return intake.settle(settlement);
    }

    @Override
    public Optional<Receipt> receipt(String batchId) {
        return intake.receipt(batchId);
    }

    @Override
    public void keep(Receipt receipt, List<Rejection> rejections) {
        intake.keep(receipt, rejections);
    }

    @Override
    public List<Kept> find(Query query) {
        return intake.find(query);
    }

    @Override
    public long count(Query query) {
        return intake.count(query);
    }

    @Override
    public List<Kept> ofRow(RejectionId id) {
        return intake.ofRow(id);
    }

    @Override
    public List<OpenCount> open() {
        return intake.open();
    }

    @Override
    public List<SourceStanding> sources() {
        return intake.sources();
    }
}
