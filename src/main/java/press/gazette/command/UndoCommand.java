package press.gazette.command;

import java.io.PrintStream;
import java.util.Map;

/** Takes back an import. */
final class UndoCommand {

    private final Arguments arguments;
    private final Server server;
    private final PrintStream out;

    UndoCommand(Arguments arguments, Server server, PrintStream out) {
        this.arguments = arguments;
        this.server = server;
        this.out = out;
    }

    int run() {
        String id = arguments.operands().get(0);
        if (!id.matches("[0-9a-f-]{36}")) {
            throw Failure.usage("The id of an import is a UUID, not " + id + ".");
        }
        Map<String, Object> job = server.put("/v1/desk/imports/" + id + "/reversal");
        job = ImportCommand.awaited(server, id, ImportCommand.number(job, "created"), out);
        out.println(job.get("state") + ": " + ImportCommand.number(job, "read") + " articles taken back");
        return "undone".equals(job.get("state")) ? Exit.DONE : Exit.FAILED;
    }
}
