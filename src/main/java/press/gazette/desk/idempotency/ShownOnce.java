package press.gazette.desk.idempotency;

/**
 * A view with a secret that only the first response shows. The response to a repeated request, and a dry run, show the
 * view without it: nothing of the secret is stored.
 */
public interface ShownOnce {

    /** The view without the secret. */
    Object withoutSecret();
}
