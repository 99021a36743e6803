package cn.zhengai.alerting.silence;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.warning.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers from what was listened to. */
record LastHeard(Listening listening, Catalogue catalogue, List<SourceSilence> standing) implements Judgement.Newest {

    @Override
    public Optional<Instant> of(Warning warning) {
        Optional<String> source = warning.source();
        if (source.isPresent()) {
            return standing.stream()
                    .filter(s -> s.source().equals(source.get()))
                    .map(SourceSilence::newestAt)
                    .findFirst();
        }
        boolean known = catalogue
                .point(warning.point())
                .filter(ControlPoint::enabled)
                .flatMap(p -> catalogue.subject(warning.subject()).filter(p::appliesTo))
                .isPresent();
        return known ? listening.newest(warning.point(), warning.subject()) : Optional.empty();
    }
}
