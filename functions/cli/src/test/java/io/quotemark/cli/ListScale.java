package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Time and read units of the first page of every list, of an empty store, of one whose articles lie
 * far apart and of one with many, in the same run. No part of the tests: {@code
 * functions/bench/lists [ARTICLES]}.
 */
class ListScale {
  /** Over six hundred days: hardly two a day. */
  private static final int SPARSE = 1_000;

  private static final int WARM_UP = 100;
  private static final int TIMES = 40;

  /** Milliseconds below which the machine's other work decides. */
  private static final double NOISE = 2;

  @TempDir(factory = Memory.class)
  Path data;

  /** In memory where the system has a folder there: a disk takes its time over each item. */
  static final class Memory implements TempDirFactory {
    private static final Path FOLDER = Path.of("/dev/shm");

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      return Files.isWritable(FOLDER)
          ? Files.createTempDirectory(FOLDER, "quotemark")
          : Files.createTempDirectory("quotemark");
    }
  }

  private record Cost(double millis, double units) {}

  @Test
  void firstPages_ofAFullStore_takeThreeTimesThatOfAnEmptyOne_atTheMost() throws Exception {
    int articles = Integer.getInteger("quotemark.articles", 100_000);
    try (Pipeline pipeline = new Pipeline(data);
        GeneratedStore store = new GeneratedStore(pipeline)) {
      for (int i = 0; i < WARM_UP; i++) {
        for (String path : ListCostTest.FIRST_PAGES) {
          pipeline.get(path);
        }
      }
      Map<String, Cost> empty = costs(pipeline);
      store.growTo(Math.min(SPARSE, articles));
      Map<String, Cost> sparse = costs(pipeline);
      store.growTo(articles);
      Map<String, Cost> full = costs(pipeline);
      System.out.printf(
          Locale.ROOT,
          "%-45s %28s %28s %28s%n",
          "first page",
          "empty ms, units",
          Math.min(SPARSE, articles) + " ms, units",
          articles + " ms, units");
      List<String> slow = new ArrayList<>();
      empty.forEach((path, cost) -> {
        Cost some = sparse.getOrDefault(path, cost);
        Cost most = full.getOrDefault(path, cost);
        System.out.printf(
            Locale.ROOT,
            "%-45s %20.2f %7.1f %20.2f %7.1f %20.2f %7.1f%n",
            path,
            cost.millis(),
            cost.units(),
            some.millis(),
            some.units(),
            most.millis(),
            most.units());
        if (Math.max(some.millis(), most.millis()) > 3 * cost.millis() + NOISE) {
          slow.add(path);
        }
      });
      assertThat(slow).isEmpty();
    }
  }

  /** The median of many requests, one after the other. */
  private static Map<String, Cost> costs(Pipeline pipeline) throws Exception {
    Map<String, Cost> out = new TreeMap<>();
    for (String path : ListCostTest.FIRST_PAGES) {
      double[] millis = new double[TIMES];
      double units = 0;
      for (int i = 0; i < TIMES; i++) {
        long began = System.nanoTime();
        units = ListCostTest.units(pipeline, path);
        millis[i] = (System.nanoTime() - began) / 1e6;
      }
      Arrays.sort(millis);
      out.put(path, new Cost(millis[TIMES / 2], units));
    }
    return out;
  }
}
