package com.eazybackup.web.api.group;

import com.eazybackup.group.GroupChange;
import com.eazybackup.group.GroupColor;
import com.eazybackup.group.GroupIcon;
import com.eazybackup.group.GroupName;
import com.eazybackup.group.Patch;
import com.fasterxml.jackson.annotation.JsonSetter;

/**
 * Body of a change, as a JSON merge patch (RFC 7396): what it does not name stays, and null takes
 * away.
 */
final class ChangeBody {

    private Patch<String> name = Patch.unnamed();
    private Patch<String> color = Patch.unnamed();
    private Patch<String> icon = Patch.unnamed();

    @JsonSetter
    void setName(String name) {
        this.name = Patch.to(name);
    }

    @JsonSetter
    void setColor(String color) {
        this.color = Patch.to(color);
    }

    @JsonSetter
    void setIcon(String icon) {
        this.icon = Patch.to(icon);
    }

    GroupChange change() {
        return new GroupChange(
                name.map(GroupName::new), color.map(GroupColor::named), icon.map(GroupIcon::named));
    }
}
