package io.coreimage.assertion;

import java.util.List;
import java.util.Optional;

/**
 * On which devices something holds; an empty list leaves that side open.
 * @param stores ids of stores
 * @param brands account ids of brands
 * @param models models as {@code brand/model}
 */
public record DeviceScope(List<String> stores, List<String> brands, List<String> models) {

    static final List<String> KEYS = List.of("on-store", "on-brand", "on-model");

    public DeviceScope {
        stores = List.copyOf(stores);
        brands = List.copyOf(brands);
        models = List.copyOf(models);
    }

    static DeviceScope read(String rule, HeaderReader map) {
        return new DeviceScope(
                map.texts(rule, "on-store", Names::isStoreId, "id of a store"),
                map.texts(rule, "on-brand", Names::isAccountId, "account id"),
                map.texts(rule, "on-model", DeviceScope::isModel, "model such as brand-id/model"));
    }

    private static boolean isModel(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && Names.isAccountId(text.substring(0, slash)) && Names.isMixedName(text.substring(slash + 1));
    }

    /**
     * Return whether a device of that model is meant.
     * @param model the model
     * @param store what is known of the model's store
     */
    public boolean includes(Model model, Optional<Store> store) {
        return (stores.isEmpty() || includesStore(model, store))
                && (brands.isEmpty() || brands.contains(model.brandId()))
                && (models.isEmpty() || models.contains(model.fullName()));
    }

    private boolean includesStore(Model model, Optional<Store> store) {
        if (model.store() == null) {
            return false;
        }
        return stores.contains(model.store())
                || store.filter(each -> each.id().equals(model.store())).stream()
                        .flatMap(each -> each.friendlyStores().stream())
                        .anyMatch(stores::contains);
    }
}
