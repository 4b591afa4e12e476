package aksiam;

/** Start of the window and of the commands. */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
        System.out.println("aks-iam");
    }
}
