/** What the consoles of tests are entered with. */
export const ADMIN_TOKEN = 'an-admin-token-for-the-tests';
