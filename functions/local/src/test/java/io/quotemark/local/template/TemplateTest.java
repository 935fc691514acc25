package io.quotemark.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final String YAML =
      """
      Parameters:
        Level: {Type: String, Default: INFO}
      Globals:
        Function: {Environment: {Variables: {LOG_LEVEL: !Ref Level}}}
      Resources:
        Store:
          Type: AWS::S3::Bucket
          Properties:
            NotificationConfiguration:
              QueueConfigurations:
                - Event: "s3:ObjectCreated:*"
                  Queue: !GetAtt In.Arn
                  Filter: {S3Key: {Rules: [{Name: prefix, Value: in/}]}}
        In:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 4}
        Dead: {Type: AWS::SQS::Queue, Properties: {}}
        Work:
          Type: AWS::Serverless::Function
          Properties:
            Handler: a.B::c
            Timeout: 10
            Environment: {Variables: {BUCKET: !Ref Store, PLACE: !Sub "x-${Store}-${AWS::Region}"}}
            Events:
              Messages:
                Type: SQS
                Properties:
                  Queue: !GetAtt In.Arn
                  BatchSize: 7
                  MaximumBatchingWindowInSeconds: 2
                  FunctionResponseTypes: [ReportBatchItemFailures]
                  ScalingConfig: {MaximumConcurrency: 3}
        Door: {Type: AWS::ApiGatewayV2::Integration, Properties: {IntegrationUri: !GetAtt Work.Arn}}
        Home:
          Type: AWS::ApiGatewayV2::Route
          Properties: {RouteKey: "GET /", Target: !Sub "integrations/${Door}", AuthorizationType: !If [A, B, C]}
      """;

  @Test
  void template_queuesFunctionsAndRoutes_areRead() {
    Template template = Template.parse(YAML);

    assertThat(template.bucket()).isEqualTo("Store");
    assertThat(template.queues())
        .containsExactly(
            new Specs.Queue("In", Duration.ofSeconds(60), "Dead", 4),
            new Specs.Queue("Dead", Duration.ofSeconds(30), null, 0));
    assertThat(template.notifications())
        .containsExactly(new Specs.Notification("s3:ObjectCreated:*", "in/", "In"));
    assertThat(template.routes()).containsExactly(new Specs.Route("GET /", "Work"));
    assertThat(template.function("Work").mappings())
        .containsExactly(new Specs.Mapping("In", 7, Duration.ofSeconds(2), 3, true));
    assertThat(template.function("Work").timeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void environment_referencesAndCommonVariables_resolve() {
    Template template = Template.parse(YAML);
    Intrinsics intrinsics =
        new Intrinsics(Map.of("Store", "s", "AWS::Region", "r", "Level", "INFO"));
    Map<String, Object> environment = template.function("Work").environment();

    assertThat(intrinsics.text(environment.getOrDefault("BUCKET", ""))).isEqualTo("s");
    assertThat(intrinsics.text(environment.getOrDefault("PLACE", ""))).isEqualTo("x-s-r");
    assertThat(intrinsics.text(environment.getOrDefault("LOG_LEVEL", ""))).isEqualTo("INFO");
  }

  @Test
  void reference_toNothing_isNamed() {
    assertThatThrownBy(() -> new Intrinsics(Map.of()).text(Map.of("Ref", "Nowhere")))
        .hasMessageContaining("Nowhere");
  }

  @Test
  void notification_coversItsFamilyUnderItsPrefixOnly() {
    Specs.Notification created = new Specs.Notification("s3:ObjectCreated:*", "in/", "q");
    assertThat(created.covers("ObjectCreated:Copy", "in/x")).isTrue();
    assertThat(created.covers("ObjectRemoved:Delete", "in/x")).isFalse();
    assertThat(List.of("out/x", "i", "inside"))
        .noneMatch(key -> created.covers("ObjectCreated:Put", key));
  }
}
