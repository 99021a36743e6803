package cn.zhengai.catalogue;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder as it was read.
 *
 * @param texts normalised, by path below the folder, with {@code /}
 */
public record FolderReading(CatalogueReading reading, SortedMap<String, String> texts) {
    public FolderReading {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }
}
