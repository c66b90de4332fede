package com.eazybackup.web.api.accounts;

import com.eazybackup.comet.CodeLabels;
import com.eazybackup.comet.VaultType;
import com.eazybackup.web.Brand;
import com.eazybackup.web.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.IntFunction;

/** What kinds of vaults are called, in the reader's language. */
@RequestScoped
public class VaultTypes {

    @Inject Viewer viewer;
    @Inject Brand brand;

    /**
     * @return a name for each of Comet's numbers; its own storage is sold under the product's name
     */
    public IntFunction<String> named() {
        CodeLabels labels = CodeLabels.in(viewer.getLocale());
        String own = brand.getName();
        return code -> {
            VaultType type = VaultType.of(code);
            return type == VaultType.COMET ? own : labels.of(type, code);
        };
    }
}
