package com.eazybackup.group;

import java.util.Optional;

/** A group that is to be. */
public record NewGroup(GroupName name, Optional<GroupColor> color, Optional<GroupIcon> icon) {}
