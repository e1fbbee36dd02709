package press.gazette.exporter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import press.gazette.json.Json;
import press.gazette.media.file.StoredFile;

/**
 * One state of the database, however much is written meanwhile: all rows of an export fit together. It has a connection of its
 * own for as long as the client reads, as a dump of the database would.
 */
final class Snapshot implements AutoCloseable {

    private static final String POSTGRESQL = "PostgreSQL";

    /** On PostgreSQL the first statement begins the snapshot of all tables. */
    private static final int ALL_TABLES = Connection.TRANSACTION_REPEATABLE_READ;

    /** The same on H2, whose lower levels begin that of a table with its first use. */
    private static final int ALL_TABLES_OF_H2 = Connection.TRANSACTION_SERIALIZABLE;

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    static Snapshot of(DataSource database) {
        try {
            return new Snapshot(begun(database.getConnection()));
        } catch (SQLException e) {
            throw new IllegalStateException("The content cannot be read", e);
        }
    }

    private static Connection begun(Connection connection) throws SQLException {
        try {
            boolean isPostgresql =
                    connection.getMetaData().getDatabaseProductName().equals(POSTGRESQL);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(isPostgresql ? ALL_TABLES : ALL_TABLES_OF_H2);
            if (isPostgresql) {
                endless(connection);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** A client may be slower than the statements of editors may be. The settings end with the transaction. */
    private static void endless(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = 0");
            statement.execute("set local idle_in_transaction_session_timeout = 0");
        }
    }

    Connection connection() {
        return connection;
    }

    /** The next files of media behind a hash, each once: several records may have one. */
    List<StoredFile> files(String hash, int most) {
        try (PreparedStatement statement = connection.prepareStatement("""
                select m.file from media m where m.file_hash > ? and not exists (
                    select 1 from media o where o.file_hash = m.file_hash and o.id < m.id)
                order by m.file_hash limit %d""".formatted(most))) {
            statement.setString(1, hash);
            List<StoredFile> files = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    files.add(Json.fromColumn(rows.getString(1), StoredFile.class));
                }
            }
            return files;
        } catch (SQLException e) {
            throw new IllegalStateException("The files cannot be read", e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("The reading of the content cannot be ended", e);
        }
    }
}
