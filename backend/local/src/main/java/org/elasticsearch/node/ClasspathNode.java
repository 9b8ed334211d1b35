package org.elasticsearch.node;

import java.util.Collection;
import java.util.Map;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.ClasspathPluginsService;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;
import org.jspecify.annotations.NullMarked;

/// An Elasticsearch node whose plugins come from the class path instead of the
/// `modules` folder, which is not published to Maven Central. It lies in this
/// package because the constructors it needs are package-private.
@NullMarked
public final class ClasspathNode extends Node {
    /// @throws RuntimeException
    ///             for a setting Elasticsearch refuses, a data folder in use, or a
    ///             port that is taken
    public ClasspathNode(Settings settings, Collection<Class<? extends Plugin>> plugins) {
        super(NodeConstruction.prepareConstruction(
                InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "guidang"), null,
                new NodeServiceProvider() {
                    @Override
                    PluginsService newPluginService(Environment environment, PluginsLoader ignored) {
                        return new ClasspathPluginsService(environment, plugins);
                    }
                }, true));
    }
}
