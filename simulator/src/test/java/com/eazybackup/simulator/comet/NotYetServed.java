package com.eazybackup.simulator.comet;

import java.util.Set;

/** What of the protocol the simulator leaves unanswered. */
final class NotYetServed {

    static final Set<String> PATHS =
            Set.of(
                    "/api/v1/admin/request-storage-vault-providers",
                    "/api/v1/admin/request-storage-vault",
                    "/api/v1/admin/convert-storage-role",
                    "/api/v1/admin/storage/list-buckets",
                    "/api/v1/admin/storage/bucket-properties",
                    "/api/v1/admin/storage/register-bucket",
                    "/api/v1/admin/storage/delete-bucket",
                    "/api/v1/admin/storage/free-space",
                    "/api/v1/admin/storage/ping-destination",
                    "/api/v1/admin/squota/list-all",
                    "/api/v1/admin/squota/get-with-hash",
                    "/api/v1/admin/squota/set-with-hash",
                    "/api/v1/admin/squota/delete",
                    "/api/v1/admin/policies/list",
                    "/api/v1/admin/policies/list-full",
                    "/api/v1/admin/policies/get",
                    "/api/v1/admin/policies/new",
                    "/api/v1/admin/policies/set",
                    "/api/v1/admin/policies/delete",
                    "/api/v1/admin/user-groups/list",
                    "/api/v1/admin/user-groups/list-full",
                    "/api/v1/admin/user-groups/get",
                    "/api/v1/admin/user-groups/new",
                    "/api/v1/admin/user-groups/set",
                    "/api/v1/admin/user-groups/set-users-for-group",
                    "/api/v1/admin/user-groups/delete",
                    "/api/v1/admin/organization/list",
                    "/api/v1/admin/organization/set",
                    "/api/v1/admin/organization/delete",
                    "/api/v1/admin/branding/available-platforms",
                    "/api/v1/admin/branding/generate-client/by-platform",
                    "/api/v1/admin/branding/generate-client/test",
                    "/api/v1/admin/branding/generate-client/windows-anycpu-zip",
                    "/api/v1/admin/branding/generate-client/windows-x86_64-zip",
                    "/api/v1/admin/branding/generate-client/windows-x86_32-zip",
                    "/api/v1/admin/branding/generate-client/windows-anycpu-exe",
                    "/api/v1/admin/branding/generate-client/windows-x86_64-exe",
                    "/api/v1/admin/branding/generate-client/windows-x86_32-exe",
                    "/api/v1/admin/branding/generate-client/macos-x86_64",
                    "/api/v1/admin/branding/generate-client/macos-arm64",
                    "/api/v1/admin/branding/generate-client/linuxgeneric",
                    "/api/v1/admin/branding/generate-client/linux-deb",
                    "/api/v1/admin/branding/generate-client/spk-dsm6",
                    "/api/v1/admin/branding/generate-client/spk-dsm7",
                    "/api/v1/admin/meta/stats",
                    "/api/v1/admin/news/get-all",
                    "/api/v1/admin/meta/webhook-options/get",
                    "/api/v1/admin/meta/webhook-options/set",
                    "/api/v1/admin/account/properties",
                    "/api/v1/admin/account/regenerate-totp",
                    "/api/v1/admin/account/validate-totp",
                    "/api/v1/admin/installation/list-active",
                    "/api/v1/admin/installation/dispatch/register-device",
                    "/api/v1/admin/installation/dispatch/drop-connection",
                    "/gen/branding.props",
                    "/gen/logo.img");

    private NotYetServed() {}
}
