package com.eazybackup.comet.vault;

import com.eazybackup.comet.Call;
import com.eazybackup.comet.CallKind;
import com.eazybackup.comet.CallsOf;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.Field;
import com.eazybackup.comet.VaultId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * Storage vaults, buckets and shared quotas. A vault is renamed, limited or removed by a change of
 * the profile.
 */
@CallsOf(CallsOf.ADMIN)
public interface VaultCalls {

    /**
     * @return names by id of the provider
     */
    @Call(value = "request-storage-vault-providers", safe = true)
    Map<String, String> providers(@Field("TargetOrganization") Optional<String> targetOrganization)
            throws CometException;

    /**
     * Adds a vault to a profile. It ignores the policy that forbids the user to ask for one: check
     * that first.
     */
    @Call("request-storage-vault")
    NewVault request(
            @Field("TargetUser") CometUsername user,
            @Field("StorageProvider") String storageProvider,
            @Field("SelfAddress") Optional<String> selfAddress,
            @Field("DeviceID") Optional<String> deviceId,
            @Field("ProfileHash") Optional<String> profileHash)
            throws CometException;

    /** Turns a vault of the server itself into one of a bucket. */
    @Call("convert-storage-role")
    NewVault convertStorageRole(
            @Field("TargetUser") CometUsername user, @Field("DestinationId") VaultId vault)
            throws CometException;

    /**
     * @return by id; needs the Storage Role
     */
    @Call(value = "storage/list-buckets", kind = CallKind.LIST, safe = true)
    Map<String, BucketProperties> buckets() throws CometException;

    /**
     * @param afterTimestamp measures anew what was measured before that time, in Unix seconds
     */
    @Call(value = "storage/bucket-properties", safe = true)
    BucketProperties bucket(
            @Field("BucketID") String bucketId,
            @Field("AfterTimestamp") Optional<Long> afterTimestamp)
            throws CometException;

    /** With nothing set the server makes up the credentials. */
    @Call("storage/register-bucket")
    NewBucket registerBucket(
            @Field("SetBucketValue") Optional<String> setBucketValue,
            @Field("SetKeyHashFormat") Optional<String> setKeyHashFormat,
            @Field("SetKeyHashValue") Optional<String> setKeyHashValue,
            @Field("SetOrganizationID") Optional<String> setOrganizationId)
            throws CometException;

    /** Destroys the data. */
    @Call("storage/delete-bucket")
    void deleteBucket(@Field("BucketID") String bucketId) throws CometException;

    /** For administrators of the top level. */
    @Call(value = "storage/free-space", safe = true)
    FreeSpace freeSpace(@Field("BucketID") Optional<String> bucketId) throws CometException;

    /** Tries the settings of a vault from the server. For administrators of the top level. */
    @Call(value = "storage/ping-destination", safe = true)
    void testFromServer(@Field("ExtraData") JsonNode extraData) throws CometException;

    /** Since Comet 25.9.8. */
    @Call(value = "squota/list-all", safe = true)
    SharedQuotas sharedQuotas() throws CometException;

    /** Since Comet 25.9.8. */
    @Call(value = "squota/get-with-hash", safe = true)
    HashedSharedQuota sharedQuota(@Field("SharedStorageQuotaID") String sharedStorageQuotaId)
            throws CometException;

    /**
     * Since Comet 25.9.8.
     *
     * @param checkHash left out, it is written whatever is there
     */
    @Call("squota/set-with-hash")
    SharedQuotaHash replaceSharedQuota(
            @Field("SharedStorageQuotaID") String sharedStorageQuotaId,
            @Field("SharedStorageQuota") SharedQuota sharedStorageQuota,
            @Field("CheckHash") Optional<String> checkHash)
            throws CometException;

    /** Since Comet 25.9.8. */
    @Call("squota/delete")
    void deleteSharedQuota(@Field("SharedStorageQuotaID") String sharedStorageQuotaId)
            throws CometException;
}
