/**
 * What is wrong with a catalogue and where: one sentence in Chinese per fault, with a named code. Knows nothing
 * of files, YAML or the catalogue itself. Start at {@link cn.zhengai.catalogue.finding.Finding}.
 */
@NullMarked
package cn.zhengai.catalogue.finding;

import org.jspecify.annotations.NullMarked;
