package cn.zhengai.workbook;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of an xlsx file that the reader does not give: the XML of a sheet by the id of its relationship. */
final class Parts implements AutoCloseable {
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private final ZipFile zip;
    private final Map<String, String> targets;

    private Parts(ZipFile zip, Map<String, String> targets) {
        this.zip = zip;
        this.targets = targets;
    }

    static Parts open(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            return new Parts(zip, targets(zip));
        } catch (IOException | RuntimeException broken) {
            zip.close();
            throw broken;
        }
    }

    private static Map<String, String> targets(ZipFile zip) throws IOException {
        Map<String, String> targets = new HashMap<>();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        ZipEntry relations = zip.getEntry(RELATIONS);
        if (relations == null) {
            return targets;
        }
        try (InputStream in = zip.getInputStream(relations)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    String target = xml.getAttributeValue(null, "Target");
                    targets.put(
                            xml.getAttributeValue(null, "Id"),
                            target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
            return targets;
        } catch (XMLStreamException garbled) {
            throw new IOException(garbled);
        }
    }

    boolean hasStyles() {
        return targets.values().stream().anyMatch(part -> part.endsWith("styles.xml"));
    }

    /** Nothing when the sheet stands where we do not look; then it has no merged areas for us. */
    InputStream sheet(String relation) throws IOException {
        ZipEntry entry = zip.getEntry(targets.getOrDefault(relation, ""));
        if (entry == null) {
            return InputStream.nullInputStream();
        }
        InputStream in = zip.getInputStream(entry);
        if (in == null) {
            throw new FileNotFoundException(entry.getName());
        }
        return in;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
