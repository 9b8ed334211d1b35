package org.elasticsearch.plugins;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.Build;
import org.elasticsearch.action.admin.cluster.node.info.PluginsAndModules;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.PluginDescriptor.DeploymentTarget;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// Plugins named by class instead of found in folders.
@NullMarked
public final class ClasspathPluginsService extends PluginsService {
    /// Null only while the superclass's constructor asks.
    private final @Nullable List<LoadedPlugin> loaded;

    public ClasspathPluginsService(Environment environment, Collection<Class<? extends Plugin>> classes) {
        super(environment.settings(), environment.configDir(), new PluginsLoader(Set.of(), Set.of(), Map.of()));
        List<LoadedPlugin> plugins = classes.stream()
                .map(type -> new LoadedPlugin(descriptor(type),
                        loadPlugin(type, environment.settings(), environment.configDir()), type.getClassLoader()))
                .toList();
        loaded = plugins;
        loadExtensions(plugins);
    }

    private static PluginDescriptor descriptor(Class<? extends Plugin> type) {
        return new PluginDescriptor(type.getName(), "from the class path", "NA", Build.current().version(),
                Integer.toString(Runtime.version().feature()), type.getName(), null, List.of(), false, false, false,
                false, DeploymentTarget.ALL);
    }

    @Override
    protected List<LoadedPlugin> plugins() {
        return loaded == null ? List.of() : loaded;
    }

    @Override
    public PluginsAndModules info() {
        return new PluginsAndModules(plugins().stream().map(LoadedPlugin::descriptor).map(PluginRuntimeInfo::new).toList(),
                List.of());
    }
}
