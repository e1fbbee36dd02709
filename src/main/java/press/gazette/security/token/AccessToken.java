package press.gazette.security.token;

import static org.jose4j.jwa.AlgorithmConstraints.ConstraintType.PERMIT;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import io.quarkus.security.AuthenticationFailedException;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.InvalidJwtSignatureException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * A token from a client: a JWT with a public-key signature (RFC 7519, RFC 7515). Its content is not trusted before a
 * key of the issuer has verified it.
 */
final class AccessToken {

    /** OpenID Connect Core 1.0 §2; audit records store no longer one. */
    private static final int LONGEST_SUBJECT = 255;

    /** No shared-secret algorithms and no "none": with those, everybody who knows the public keys could sign. */
    private static final AlgorithmConstraints SIGNATURES = new AlgorithmConstraints(
            PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
            AlgorithmIdentifiers.EDDSA);

    private final String text;
    private final boolean namesItsKey;

    private AccessToken(String text, boolean namesItsKey) {
        this.text = text;
        this.namesItsKey = namesItsKey;
    }

    /**
     * Checks the form only, so that the provider is not asked for keys because of a malformed token.
     *
     * @throws AuthenticationFailedException if it is not a signed token
     */
    static AccessToken parse(String text) {
        try {
            if (JsonWebStructure.fromCompactSerialization(text) instanceof JsonWebSignature signed) {
                SIGNATURES.checkConstraint(signed.getAlgorithmHeaderValue());
                return new AccessToken(text, signed.getKeyIdHeaderValue() != null);
            }
        } catch (JoseException e) {
            throw new AuthenticationFailedException(e);
        }
        throw new AuthenticationFailedException("The token is not signed");
    }

    /**
     * Verifies the signature and the claims.
     *
     * @return the claims; empty if the signing key is not among the keys
     * @throws AuthenticationFailedException if the token is invalid with any keys
     */
    Optional<JwtClaims> verified(IssuerKeys.Known keys, String audience, Instant now) {
        JwksVerificationKeyResolver resolver = new JwksVerificationKeyResolver(keys.keys());
        resolver.setDisambiguateWithVerifySignature(true);
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(resolver)
                    .setJwsAlgorithmConstraints(SIGNATURES)
                    .setExpectedIssuer(keys.issuer())
                    .setExpectedAudience(audience)
                    .setRequireExpirationTime()
                    .setRequireIssuedAt()
                    .setRequireSubject()
                    .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                    .build()
                    .processToClaims(text);
            requireSound(claims.getSubject());
            return Optional.of(claims);
        } catch (InvalidJwtException e) {
            boolean isOfAnotherKey = e.getCause() instanceof UnresolvableKeyException
                    || (e instanceof InvalidJwtSignatureException && !namesItsKey);
            if (isOfAnotherKey) {
                return Optional.empty();
            }
            throw new AuthenticationFailedException(e);
        } catch (MalformedClaimException e) {
            throw new AuthenticationFailedException(e);
        }
    }

    /** Records in both databases name callers by it. */
    private static void requireSound(String subject) {
        boolean isSound = !subject.isBlank()
                && subject.length() <= LONGEST_SUBJECT
                && subject.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(subject);
        if (!isSound) {
            throw new AuthenticationFailedException("The token's subject is empty, too long or not printable");
        }
    }
}
