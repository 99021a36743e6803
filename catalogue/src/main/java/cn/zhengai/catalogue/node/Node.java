package cn.zhengai.catalogue.node;

import cn.zhengai.catalogue.finding.Place;

/** A part of a catalogue file. */
public sealed interface Node permits Scalar, Sequence, Mapping {
    Place place();
}
