package io.quotemark.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * YAML with CloudFormation's short forms: {@code !Ref X} becomes {@code {Ref: X}}, {@code
 * !Condition X} becomes {@code {Condition: X}}, {@code !GetAtt X.Arn} becomes {@code {Fn::GetAtt:
 * [X, Arn]}}, and every other tag {@code {Fn::Name: …}}.
 */
final class TemplateYaml {
  private static final List<String> FUNCTIONS =
      List.of("Sub", "If", "Equals", "Not", "And", "Or", "Join", "Select", "Split", "FindInMap");

  private TemplateYaml() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> parse(String yaml) {
    LoadSettings settings = LoadSettings.builder().setLabel("template.yaml").build();
    Object root = new Load(settings, new Tags(settings)).loadFromString(yaml);
    if (!(root instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("template.yaml is not a mapping");
    }
    return (Map<String, Object>) map;
  }

  private static final class Tags extends StandardConstructor {
    Tags(LoadSettings settings) {
      super(settings);
      tagConstructors.put(new Tag("!Ref"), plain(node -> Map.of("Ref", value(node))));
      tagConstructors.put(new Tag("!Condition"), plain(node -> Map.of("Condition", value(node))));
      tagConstructors.put(new Tag("!GetAtt"), plain(node -> Map.of("Fn::GetAtt", attribute(node))));
      for (String name : FUNCTIONS) {
        tagConstructors.put(new Tag("!" + name), plain(node -> Map.of("Fn::" + name, value(node))));
      }
    }

    private Object value(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new IllegalArgumentException("unexpected node " + node.getNodeType());
      };
    }

    private Object attribute(Node node) {
      return node instanceof ScalarNode scalar
          ? List.of(scalar.getValue().split("\\.", 2))
          : value(node);
    }

    private static ConstructNode plain(java.util.function.Function<Node, Object> make) {
      return node -> make.apply(Optional.ofNullable(node).orElseThrow());
    }
  }
}
