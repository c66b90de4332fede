package com.eazybackup.whmcs.api;

/**
 * A client to be made. Postal address and whatever else WHMCS asks of its own visitors are left for
 * later: the client signs up for a trial.
 *
 * @param password of the user who will own the client; never shown
 * @param notes for the provider's own people
 * @param welcomed whether WHMCS sends its own welcome mail
 */
public record NewClient(
        String firstName,
        String lastName,
        String company,
        String email,
        String phone,
        String password,
        String notes,
        boolean welcomed) {

    Parameters parameters() {
        return Parameters.of("firstname", firstName)
                .text("lastname", lastName)
                .textUnlessBlank("companyname", company)
                .text("email", email)
                .text("phonenumber", phone)
                .secret("password2", password)
                .textUnlessBlank("notes", notes)
                .flag("noemail", !welcomed)
                .flag("skipvalidation", true);
    }

    @Override
    public String toString() {
        return "NewClient[" + email + "]";
    }
}
