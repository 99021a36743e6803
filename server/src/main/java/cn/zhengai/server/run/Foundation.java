package cn.zhengai.server.run;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.FolderReading;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.server.version.RulesInForce;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What a run stands on. The one place that knows whether it is an embedded or a distributed one. */
record Foundation(RulesInForce rules, Stores stores, PrometheusMeterRegistry registry) {

    /** As {@link Run#open}. */
    static Foundation lay(DataFolder folder, Settings settings, InstantSource time) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return settings.distributed().isPresent()
                ? distributed(folder, settings, time, registry)
                : embedded(folder, settings, time, registry);
    }

    /** Catalogue and stores are read at the same time: either takes a good part of a second. */
    private static Foundation embedded(
            DataFolder folder, Settings settings, InstantSource time, PrometheusMeterRegistry registry) {
        CompletableFuture<FolderReading> reading =
                CompletableFuture.supplyAsync(() -> CatalogueFolder.readWithTexts(folder.catalogue()));
        Stores stores = Stores.embedded(folder, settings.ledger());
        try {
            return new Foundation(rules(folder, reading.join(), stores.ledger(), time), stores, registry);
        } catch (CompletionException failed) {
            stores.close();
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } catch (RuntimeException refused) {
            stores.close();
            throw refused;
        }
    }

    /** The catalogue is that of the ledger; an instance whose folder has one publishes it there. */
    private static Foundation distributed(
            DataFolder folder, Settings settings, InstantSource time, PrometheusMeterRegistry registry) {
        DistributedStores opening = DistributedStores.connect(settings);
        try {
            Ledger ledger = opening.ledger();
            LogHome.demandComplete(ledger.warnings());
            RulesInForce rules = Files.exists(folder.catalogue())
                    ? rules(folder, CatalogueFolder.readWithTexts(folder.catalogue()), ledger, time)
                    : RulesInForce.following(ledger.catalogues(), time);
            return new Foundation(rules, opening.open(rules::catalogue, new KafkaMeters(registry)), registry);
        } catch (RuntimeException refused) {
            opening.ledger().close();
            throw refused;
        }
    }

    private static RulesInForce rules(DataFolder folder, FolderReading reading, Ledger ledger, InstantSource time) {
        return new RulesInForce(
                folder.catalogue(),
                reading,
                ledger.catalogues(),
                () -> ledger.intake().sources().isEmpty(),
                time);
    }
}
