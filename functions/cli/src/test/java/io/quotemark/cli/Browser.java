package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The system's Chromium without a window, and what the tests of pages ask of it. */
final class Browser implements AutoCloseable {
  /** How a page is looked at. */
  enum Look {
    DESKTOP(1280, 900, "light"),
    PHONE(390, 844, "light"),
    DARK(1280, 900, "dark");

    final int width;
    final int height;
    final String scheme;

    Look(int width, int height, String scheme) {
      this.width = width;
      this.height = height;
      this.scheme = scheme;
    }
  }

  private final ChromeDriver driver;
  private final URI address;
  private final String axe;

  private Browser(ChromeDriver driver, URI address) {
    this.driver = driver;
    this.address = address;
    this.axe = resource("/axe.min.js");
  }

  /**
   * Empty where this machine has no Chromium or no driver of it.
   *
   * @param more arguments of Chromium
   */
  static Optional<Browser> open(URI address, Path profile, String... more) {
    Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
    Optional<Path> chromeDriver = program("chromedriver");
    if (chromium.isEmpty() || chromeDriver.isEmpty()) {
      return Optional.empty();
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get().toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile);
    options.addArguments(more);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromeDriver.get().toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return Optional.of(new Browser(new ChromeDriver(service, options), address));
  }

  private static Optional<Path> program(String... names) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(names)
        .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1)).map(p -> Path.of(p, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** For pages that are opened from now on. */
  void look(Look look) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", look.width, "height", look.height, "deviceScaleFactor", 1, "mobile", false));
    media("", look.scheme);
  }

  void print() {
    media("print", "light");
  }

  private void media(String media, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  void scripts(boolean run) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
  }

  void open(String path) {
    visit(address.resolve(path).toString());
  }

  /** Opens a page of whichever address. */
  void visit(String page) {
    // a fragment alone would not load the page anew
    driver.get("about:blank");
    log();
    driver.get(page);
  }

  /** Path and fragment of the page that is open. */
  String place() {
    return Objects.requireNonNull(driver.getCurrentUrl()).substring(address.toString().length());
  }

  String title() {
    return Objects.requireNonNull(driver.getTitle());
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Opens the first link at the place that {@code xpath} names. */
  void follow(String xpath) {
    driver.findElement(By.xpath(xpath)).click();
  }

  List<String> shown(String css) {
    return all(css).stream().filter(WebElement::isDisplayed).map(WebElement::getText).toList();
  }

  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Tabs on until the element has the focus, and tells whether it ever did. */
  boolean tabTo(String css, int most) {
    for (int i = 0; i < most; i++) {
      press(Keys.TAB);
      if (Boolean.TRUE.equals(run("return document.activeElement.matches(arguments[0])", css))) {
        return true;
      }
    }
    return false;
  }

  Object run(String script, Object... arguments) {
    return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
  }

  /** Messages of the console since it was last asked: errors, warnings, violations of policy. */
  List<String> log() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(e -> e.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Addresses outside the endpoint that the page asked for anything. */
  List<String> strangers() {
    List<String> out = new ArrayList<>();
    if (run("return performance.getEntriesByType('resource').map(e => e.name)")
        instanceof List<?> names) {
      names.stream()
          .map(Object::toString)
          .filter(name -> !name.startsWith(address.toString()))
          .forEach(out::add);
    }
    return out;
  }

  /** Whether the page is wider than the window, so that a reader has to push it sideways. */
  boolean overflows() {
    return Boolean.TRUE.equals(
        run("return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
  }

  /** What axe-core finds that is serious or critical, one line each. */
  List<String> barriers() {
    run(axe + ";return true");
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(result => done(result.violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .flatMap(v => v.nodes.map(n => `${v.impact} ${v.id}: ${n.target} ${n.html.slice(0, 160)} ${n.failureSummary}`))),
              failure => done([String(failure)]));
            """);
    return found instanceof List<?> lines
        ? lines.stream().map(Object::toString).toList()
        : List.of("axe gave no answer");
  }

  byte[] picture() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
