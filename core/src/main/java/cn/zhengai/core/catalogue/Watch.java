package cn.zhengai.core.catalogue;

/**
 * When a point warns.
 *
 * @param hold an unbroken run in warning this long raises
 * @param calm an unbroken run on standard this long clears
 * @param raiseAtStandard also raise (YELLOW) when merely below standard
 * @param veto 一票否决: in warning is RED
 */
public record Watch(Patience hold, Patience calm, boolean raiseAtStandard, boolean veto) {
    public static final Watch DEFAULT = new Watch(Patience.NONE, Patience.NONE, false, false);
}
