package cn.zhengai.console.page;

import cn.zhengai.console.wording.Times;
import cn.zhengai.core.catalogue.Cycle;
import java.util.List;

/**
 * What surrounds every page.
 *
 * @param here address of the chosen entry of the navigation, e.g. {@code /warnings}
 * @param cycle the cycle that grades are shown of
 * @param cycles all there are, newest first
 */
public record Frame(
        String title, String here, String college, Cycle cycle, List<Cycle> cycles, Times times, String version) {

    /** A path within pages of the chosen cycle. */
    public String assessments() {
        return "/assessments/" + Links.part(cycle.id());
    }
}
