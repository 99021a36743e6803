package cn.zhengai.catalogue;

import cn.zhengai.catalogue.node.Document;
import java.util.List;

/** A catalogue that was read, together with what its files or sheets say. */
public record ReadDocuments(CatalogueReading reading, List<Document> documents) {
    public ReadDocuments {
        documents = List.copyOf(documents);
    }
}
