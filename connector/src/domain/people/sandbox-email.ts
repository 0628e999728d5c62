/**
 * The email of a user before a refresh of the sandbox appended `.invalid` to it (Salesforce Help 000386507, "User Email
 * Addresses Appended With '.invalid'"), in small letters.
 */
export function realEmail(email: string): string {
    return email
        .trim()
        .toLowerCase()
        .replace(/\.invalid$/, '');
}

/** Whether a username is what a sandbox makes of this email: `user@acme.com.test` in the sandbox `test`. */
export function signsInWith(username: string, email: string): boolean {
    const name = username.trim().toLowerCase();
    return name.startsWith(`${email}.`) && !name.slice(email.length + 1).includes('.');
}
