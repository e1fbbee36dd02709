package press.gazette.admission;

/** A request had tracking parameters: a redirect (308) to the address without them. */
public final class WithoutTracking extends RuntimeException {

    private final String target;

    /** @param target path and query of the request without those parameters, otherwise unchanged */
    WithoutTracking(String target) {
        super(target, null, false, false);
        this.target = target;
    }

    public String target() {
        return target;
    }
}
