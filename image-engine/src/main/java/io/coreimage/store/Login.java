package io.coreimage.store;

import java.util.List;

/** What a store is shown to let somebody in. No form of it shows its secrets in {@code toString}. */
public sealed interface Login {

    /** Return the value of the header that shows it. */
    String authorization();

    /** Return whether {@link LoginService} can make it last longer. */
    default boolean isRefreshable() {
        return false;
    }

    /** Return what it is, for messages. */
    String describe();

    /**
     * A login of Ubuntu One.
     * @param root what the store gave
     * @param discharges what the login service gave, as it gave them
     */
    record UbuntuOne(Macaroon root, List<Macaroon> discharges) implements Login {

        public UbuntuOne {
            discharges = List.copyOf(discharges);
        }

        @Override
        public String authorization() {
            StringBuilder value =
                    new StringBuilder("Macaroon root=\"").append(root.encode()).append('"');
            discharges.forEach(each -> value.append(", discharge=\"")
                    .append(each.boundTo(root).encode())
                    .append('"'));
            return value.toString();
        }

        @Override
        public boolean isRefreshable() {
            return true;
        }

        @Override
        public String describe() {
            return "Ubuntu One login";
        }

        @Override
        public String toString() {
            return describe();
        }
    }

    /**
     * A token of the store.
     * @param token the token
     */
    record StoreToken(String token) implements Login {

        @Override
        public String authorization() {
            return "Macaroon " + token;
        }

        @Override
        public String describe() {
            return "store token";
        }

        @Override
        public String toString() {
            return describe();
        }
    }

    /**
     * A token of whoever runs the store.
     * @param token the token
     */
    record Bearer(String token) implements Login {

        @Override
        public String authorization() {
            return "Bearer " + token;
        }

        @Override
        public String describe() {
            return "bearer token";
        }

        @Override
        public String toString() {
            return describe();
        }
    }
}
