package guidang.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Starts a launcher in the background and waits until what it starts is ready.
record Detached(DataFolder data, int port) {
    int start(Consumer<Instance> ready) throws IOException, InterruptedException {
        data.create();
        if (data.running().isPresent()) {
            throw new Refused(
                    "Guidang already runs on " + data.root() + ". See './guidang status', or end it with './guidang stop'.");
        }
        Path log = data.logs().resolve("launcher.log");
        Process launcher = new ProcessBuilder(Installation.java(),
                "-Dguidang.root=" + Installation.find().root(), "-cp", System.getProperty("java.class.path"),
                Launcher.class.getName(), "start", "--data", data.root().toString(), "--port", Integer.toString(port))
                .redirectErrorStream(true).redirectOutput(log.toFile()).redirectInput(new File("/dev/null")).start();
        while (!launcher.waitFor(200, TimeUnit.MILLISECONDS)) {
            Optional<Instance> instance = Instance.read(data.instance()).filter(Instance::ready)
                    .filter(one -> one.launcher() == launcher.pid());
            if (instance.isPresent()) {
                ready.accept(instance.get());
                System.out.println("\n'./guidang stop' ends everything.");
                return 0;
            }
        }
        List<String> said = Files.readAllLines(log);
        throw new Refused(String.join("\n", said.subList(Math.max(0, said.size() - 40), said.size())));
    }
}
