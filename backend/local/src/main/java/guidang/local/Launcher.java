package guidang.local;

import guidang.local.demo.Demo;
import guidang.local.demo.DemoOrganization;
import guidang.local.demo.DemoUser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The commands behind `./guidang`: `start`, `stop`, `status`, `demo`, `token`,
/// `rebuild`. Runs everything on loopback.
public final class Launcher {
    private static final int PORT = 8080;

    private final Arguments arguments;
    private final DataFolder data;

    private Launcher(Arguments arguments) {
        this.arguments = arguments;
        this.data = new DataFolder(
                Path.of(arguments.option("data").orElse(Installation.find().root().resolve("data").toString()))
                        .toAbsolutePath().normalize());
    }

    /// Exit code 0: done; 1: failed or refused, with the reason on standard error;
    /// 3: `status` and nothing runs.
    public static void main(String[] line) throws InterruptedException {
        try {
            Arguments arguments = Arguments.of(line, "detach", "exit");
            arguments.allow("data", "port", "detach", "exit");
            arguments.allowWords(arguments.command().equals("token") ? 2 : 1);
            System.exit(new Launcher(arguments).run());
        } catch (Refused | IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
        } catch (IOException failed) {
            System.err.println("Failed: " + failed.getMessage());
        }
        System.exit(1);
    }

    private int run() throws IOException, InterruptedException {
        return switch (arguments.command()) {
            case "start" -> start();
            case "stop" -> stop();
            case "status" -> status();
            case "demo" -> demo();
            case "token" -> token();
            case "rebuild" -> rebuild();
            case "prepare" -> prepare();
            default -> throw new Refused("unknown command");
        };
    }

    private int port() {
        return arguments.number("port", PORT);
    }

    private int start() throws IOException, InterruptedException {
        if (arguments.has("detach")) {
            return new Detached(data, port()).start(Launcher::welcome);
        }
        Services services = startHere();
        welcome(services.instance());
        System.out.println("\nCtrl-C ends everything.");
        return fail(services);
    }

    private Services startHere() throws IOException, InterruptedException {
        System.out.println("Starting on " + data.root() + " …");
        Services services = Services.start(data, port(), FastStart.use(Installation.find()));
        Runtime.getRuntime().addShutdownHook(new Thread(services::close));
        services.awaitReady();
        return services;
    }

    private static int fail(Services services) throws IOException, InterruptedException {
        System.err.println(services.supervise());
        return 1;
    }

    private static void welcome(Instance instance) {
        System.out.println("\nGuidang 归档  " + instance.url() + "\n\nDemo accounts (no passwords; this machine only):");
        for (DemoUser user : DemoUser.OFFERED) {
            System.out.printf("  %-6s %s  %-13s  %s%n", user.id(), user.name(), user.role(),
                    DemoOrganization.of(user.organization()).name());
        }
    }

    private Instance running() throws IOException {
        return data.running()
                .orElseThrow(() -> new Refused("Nothing runs on " + data.root() + ". Start it with './guidang start'."));
    }

    private int stop() throws IOException, InterruptedException {
        Optional<Instance> running = data.running();
        if (running.isEmpty()) {
            System.out.println("Nothing runs on " + data.root() + ".");
            return 0;
        }
        Optional<ProcessHandle> launcher = ProcessHandle.of(running.get().launcher());
        launcher.ifPresent(ProcessHandle::destroy);
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (data.running().isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new Refused("The launcher (process " + running.get().launcher() + ") did not end within 90 s.");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        System.out.println("Stopped.");
        return 0;
    }

    private int status() throws IOException, InterruptedException {
        Optional<Instance> running = data.running();
        if (running.isEmpty()) {
            System.out.println("Nothing runs on " + data.root() + ".");
            return 3;
        }
        Instance instance = running.get();
        System.out.println((instance.ready() ? "Running: " : "Starting: ") + instance.url() + "\n  identity       "
                + instance.issuer() + "\n  elasticsearch  " + instance.elasticsearch() + "\n  data           " + data.root()
                + "\n  launcher       process " + instance.launcher());
        if (instance.ready()) {
            System.out.println("  " + send(instance, "GET", "/api/system/status", "lin").body());
        }
        return 0;
    }

    private int token() throws IOException, InterruptedException {
        if (arguments.words().size() < 2) {
            throw new Refused("usage: ./guidang token USER (chen, lin, zhao, wang, zhang, li, or clerk-CODE)");
        }
        String user = arguments.words().get(1);
        if (DemoUser.all().stream().noneMatch(known -> known.id().equals(user))) {
            throw new Refused(
                    "There is no demo user " + user + ": chen, lin, zhao, wang, zhang, li, or clerk-CODE in small letters.");
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            System.out.println(new Tokens(http, running().issuer()).of(user));
        }
        return 0;
    }

    private int rebuild() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(running(), "POST", "/api/system/rebuild", "chen");
        System.out.println(answer.body());
        return answer.statusCode() < 300 ? 0 : 1;
    }

    private static HttpResponse<String> send(Instance instance, String method, String path, String user)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = instance.url().resolve(path);
            return http.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).method(method, BodyPublishers.noBody())
                    .header("Authorization", "Bearer " + new Tokens(http, instance.issuer()).of(user)).build(),
                    BodyHandlers.ofString());
        }
    }

    private int demo() throws IOException, InterruptedException {
        Optional<Instance> running = data.running();
        if (running.isPresent()) {
            fill(running.get());
            System.out.println("\nIt was already running and stays up: " + running.get().url());
            return 0;
        }
        Services services = startHere();
        fill(services.instance());
        if (arguments.has("exit")) {
            services.close();
            return 0;
        }
        welcome(services.instance());
        System.out.println("\nCtrl-C ends everything.");
        return fail(services);
    }

    private static void fill(Instance instance) throws IOException, InterruptedException {
        Path sample = Installation.find().root().resolve("docs/samples/duizhao-jiancha-8-aspects.pdf");
        new Demo(instance.url(), instance.issuer(), sample).run(System.out);
    }

    /// One trial start on an empty folder, for [FastStart]. Nothing depends on it:
    /// without caches a start takes longer.
    private static int prepare() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("guidang-trial");
        try (Services trial = Services.start(new DataFolder(folder), Ports.near(0), FastStart.train(Installation.find()))) {
            trial.awaitReady();
            trial.awaitSearch();
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
        return 0;
    }
}
