package io.quotemark.local.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An answer of one of the services that speak the query protocol. */
record XmlAnswer(Document document) {
  /**
   * @throws Stack.NotReadable where it is no XML
   */
  static XmlAnswer parse(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new XmlAnswer(factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new Stack.NotReadable("an answer of AWS is no XML: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the first element of this name, {@code otherwise} where there is none. */
  String text(String name, String otherwise) {
    NodeList found = document.getElementsByTagName(name);
    return found.getLength() == 0 ? otherwise : found.item(0).getTextContent();
  }

  /** Members that have a key and a value. */
  Map<String, String> pairs(String key, String value) {
    Map<String, String> pairs = new TreeMap<>();
    NodeList keys = document.getElementsByTagName(key);
    for (int i = 0; i < keys.getLength(); i++) {
      if (keys.item(i).getParentNode() instanceof Element member) {
        NodeList values = member.getElementsByTagName(value);
        pairs.put(
            keys.item(i).getTextContent(),
            values.getLength() == 0 ? "" : values.item(0).getTextContent());
      }
    }
    return pairs;
  }
}
