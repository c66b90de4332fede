package com.eazybackup.fleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One page of the device list.
 *
 * @param page counted from 1; a page behind the last one has no items
 * @param total of the whole list, not of this page, and without those of closed groups
 * @param sections the list's groups in their order, closed ones too; null when the list is not
 *     grouped. Those without a device are told while no device is left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DevicePage(
        List<DeviceRow> items, int page, int size, long total, List<GroupSection> sections) {}
