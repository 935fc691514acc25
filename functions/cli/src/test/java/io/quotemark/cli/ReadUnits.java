package io.quotemark.cli;

import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Counts the read units of serve-api, as the table itself reports them. The SDK finds it by its
 * entry under {@code software/amazon/awssdk/global/handlers}.
 */
public final class ReadUnits implements ExecutionInterceptor {
  private static final DoubleAdder UNITS = new DoubleAdder();

  /** Since it was last asked. */
  static double taken() {
    return UNITS.sumThenReset();
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    return switch (context.request()) {
      case QueryRequest query ->
          query.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
      case GetItemRequest get ->
          get.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
      case BatchGetItemRequest batch ->
          batch.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
      default -> context.request();
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (Thread.currentThread().getName().startsWith("ServeApi")) {
      of(context.response()).stream()
          .map(ConsumedCapacity::capacityUnits)
          .forEach(units -> UNITS.add(units == null ? 0 : units));
    }
  }

  private static List<ConsumedCapacity> of(SdkResponse response) {
    return switch (response) {
      case QueryResponse query when query.consumedCapacity() != null ->
          List.of(query.consumedCapacity());
      case GetItemResponse get when get.consumedCapacity() != null ->
          List.of(get.consumedCapacity());
      case BatchGetItemResponse batch -> batch.consumedCapacity();
      default -> List.of();
    };
  }
}
