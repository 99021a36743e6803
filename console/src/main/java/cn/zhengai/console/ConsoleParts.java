package cn.zhengai.console;

import cn.zhengai.alerting.reason.WarningReasons;
import cn.zhengai.alerting.scorecard.Scorecards;
import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.assessment.explain.ExplanationDesk;
import cn.zhengai.collector.keys.KeyRing;
import cn.zhengai.collector.pull.PullStanding;
import cn.zhengai.collector.push.PushDesk;
import cn.zhengai.collector.rejection.RejectionDesk;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.version.Editions;
import cn.zhengai.dashboards.answer.ResultSource;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the console works with; it closes none of it.
 *
 * @param catalogue the one in force; asked anew by each request
 * @param editions its versions
 * @param pulls how each database or topic stands that was asked
 * @param schemas published JSON Schemas, each under its name without ending
 * @param results what the boards ask
 */
public record ConsoleParts(
        Supplier<Catalogue> catalogue,
        SeriesIndex index,
        ReadingStore readings,
        Ledger ledger,
        PushDesk push,
        RejectionDesk rejections,
        KeyRing keys,
        AssessmentDesk assessments,
        Scorecards scorecards,
        ExplanationDesk explanations,
        WarningReasons reasons,
        Supplier<List<PullStanding>> pulls,
        PrometheusMeterRegistry metrics,
        Readiness readiness,
        Editions editions,
        Map<String, Supplier<String>> schemas,
        ResultSource results,
        InstantSource time) {}
