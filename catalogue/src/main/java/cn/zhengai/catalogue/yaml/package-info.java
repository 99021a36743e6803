/**
 * From the bytes of one YAML file to its node tree: encoding, syntax, duplicate keys. Knows no key of the
 * catalogue. Start at {@link cn.zhengai.catalogue.yaml.YamlFile}.
 */
@NullMarked
package cn.zhengai.catalogue.yaml;

import org.jspecify.annotations.NullMarked;
