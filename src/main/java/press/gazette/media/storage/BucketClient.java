package press.gazette.media.storage;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.auth.scheme.S3AuthSchemeParams;
import software.amazon.awssdk.services.s3.auth.scheme.S3AuthSchemeProvider;

/**
 * Makes Amazon's client for the bucket of the settings. It is set to what object stores of other makers know: no checksums in
 * trailers, no chunks with signatures of their own, and the hash of the content in the signature.
 */
final class BucketClient {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,62}");

    private static final int ATTEMPTS = 2;

    private static final BackoffStrategy PAUSE = BackoffStrategy.fixedDelay(Duration.ofMillis(100));

    private BucketClient() {}

    /**
     * Checks the settings, without a request and without the classes of the client.
     *
     * @throws IllegalArgumentException naming the setting that cannot work
     */
    static void check(StorageConfig config) {
        required(config.accessKey().orElse(null), "access-key");
        required(config.secretKey().orElse(null), "secret-key");
        if (!config.endpoint().map(BucketClient::isPlain).orElse(true)) {
            throw new IllegalArgumentException(
                    "gazette.media-s3-endpoint must be an http or https URL without user, query and fragment.");
        }
        if (!NAME.matcher(config.bucket().orElse("")).matches()) {
            throw new IllegalArgumentException("gazette.media-s3-bucket must be the name of a bucket.");
        }
    }

    private static String required(@Nullable String value, String setting) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "gazette.media-s3-" + setting + " is absent, but gazette.media-s3-bucket is there.");
        }
        return value;
    }

    private static boolean isPlain(URI endpoint) {
        return String.valueOf(endpoint.getScheme()).matches("https?")
                && endpoint.getHost() != null
                && endpoint.getRawUserInfo() == null
                && endpoint.getRawQuery() == null
                && endpoint.getRawFragment() == null;
    }

    /** A client. It takes a while, and nobody has asked the store anything yet. */
    static S3Client of(StorageConfig config) {
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        required(config.accessKey().orElse(null), "access-key"),
                        required(config.secretKey().orElse(null), "secret-key"))))
                .forcePathStyle(config.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .authSchemeProvider(BucketClient::signedContents)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false).expectContinueEnabled(false))
                .overrideConfiguration(calls -> calls
                        // Files of Amazon's other tools change nothing.
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .retryStrategy(StandardRetryStrategy.builder()
                                .maxAttempts(ATTEMPTS)
                                .backoffStrategy(PAUSE)
                                .throttlingBackoffStrategy(PAUSE)
                                .build()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        // Settings of the environment change nothing either.
                        .proxyConfiguration(ProxyConfiguration.builder()
                                .useSystemPropertyValues(false)
                                .useEnvironmentVariablesValues(false)
                                .build())
                        .connectionTimeout(config.s3Deadline())
                        .socketTimeout(config.s3Deadline()));
        URI amazon = URI.create("https://" + S3Client.serviceMetadata().endpointFor(Region.of(config.region())));
        return client.endpointOverride(config.endpoint().orElse(amazon)).build();
    }

    /** By default contents are signed without TLS only. */
    private static List<AuthSchemeOption> signedContents(S3AuthSchemeParams request) {
        return S3AuthSchemeProvider.defaultProvider().resolveAuthScheme(request).stream()
                .map(option -> option.toBuilder()
                        .putSignerProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                        .build())
                .toList();
    }
}
