package press.gazette.media.storage;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses the kind of storage by the settings. The classes for object stores are loaded only if a bucket is set. */
final class StorageSetting {

    private StorageSetting() {}

    @Produces
    @Singleton
    static Storage storage(StorageConfig config, Clock clock) {
        return config.bucket().isPresent() ? Bucket.of(config, clock) : new SharedFolder(config.mediaFolder());
    }
}
