import java.nio.file.Path;

import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One node of OpenSearch in this process, until it is killed. Arguments: the port, and a folder that it may fill. */
final class OneNode {

    private OneNode() {}

    public static void main(String[] arguments) throws InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("http.port", port);
            settings.put("transport.port", port + 1);
            settings.put("discovery.type", "single-node");
            settings.remove("cluster.initial_cluster_manager_nodes");
            settings.remove("discovery.seed_hosts");
            // The disk of a test machine may be full without harm.
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        });
        runner.build(OpenSearchRunner.newConfigs()
                .clusterName("gazette-tests")
                .numOfNode(1)
                .basePath(Path.of(arguments[1]).toAbsolutePath().toString())
                .disableESLogger());
        Thread.currentThread().join();
    }
}
