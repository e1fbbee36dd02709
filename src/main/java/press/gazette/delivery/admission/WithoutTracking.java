package press.gazette.delivery.admission;

/** The request had parameters that only track its sender; answered with 308 to the address without them. */
public final class WithoutTracking extends RuntimeException {

    private final String target;

    /** @param target path and query as they came, but for those parameters */
    WithoutTracking(String target) {
        super(target, null, false, false);
        this.target = target;
    }

    public String target() {
        return target;
    }
}
