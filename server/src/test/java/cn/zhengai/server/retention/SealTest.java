package cn.zhengai.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.RetentionLedger.Erasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {
    private static List<Erasure> chain() {
        List<Erasure> chain = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            chain.add(Seal.on(
                    chain, new Erasure(0, "STUDENT", Instant.ofEpochSecond(i), i, "f", 0, 0, 0, Instant.EPOCH, "")));
        }
        return chain;
    }

    @Test
    void anUntouchedChainHolds() {
        assertThat(Seal.broken(chain())).isEmpty();
        assertThat(Seal.broken(List.of())).isEmpty();
    }

    @Test
    void aChangedProofIsFound() {
        List<Erasure> chain = chain();
        Erasure one = chain.get(2);
        chain.set(2, new Erasure(one.number(), one.what(), one.before(), 99, "f", 0, 0, 0, one.doneAt(), one.seal()));
        assertThat(Seal.broken(chain)).contains(3L);
    }

    @Test
    void aProofLeftOutIsFound() {
        for (int gone = 0; gone < 4; gone++) {
            List<Erasure> chain = chain();
            chain.remove(gone);
            assertThat(Seal.broken(chain)).contains(gone + 1L);
        }
    }
}
