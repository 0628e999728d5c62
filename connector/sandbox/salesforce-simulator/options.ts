import type { Sharing } from './access/sharing-models.ts';
import type { Customization } from './customizing/customization.ts';
import type { RunAs } from './seed/run-as.ts';
import type { SeedFile } from './seed/seed.ts';

/** How to start an org; everything has a default. */
export interface OrgOptions {
    /** 0 takes a free port. */
    readonly port?: number;
    readonly host?: string;
    /** Source folders of the package under test: its names get `namespace`. */
    readonly packages?: readonly string[];
    /** Further source folders, whose names stay as they are. */
    readonly metadata?: readonly string[];
    readonly seed?: SeedFile;
    readonly namespace?: string | undefined;
    /** `68.0`: the newest version offered. */
    readonly apiVersion?: string;
    readonly personAccounts?: boolean;
    readonly sharedActivities?: boolean;
    /** What a customer's admins set up. */
    readonly customization?: Customization;
    /** Organization-wide defaults where they differ from a new org's: `{ "Account": "Private", "Activity": … }`. */
    readonly sharing?: Sharing;
    /** Who clients with credentials of their own work as ("Run As"); the administrator when absent. */
    readonly runAs?: RunAs;
    /** An access token that works from the start, as the administrator. */
    readonly accessToken?: string;
    readonly clientId?: string;
    readonly clientSecret?: string;
    /** PEM of the certificate or public key that JWT bearer assertions are verified with. */
    readonly jwtCertificate?: string;
    readonly dailyApiRequests?: number;
    readonly timeZone?: string;
    /** Milliseconds since 1970. */
    readonly clock?: () => number;
    /** A text that cannot be guessed, for tokens. */
    readonly random?: () => string;
}

export const DEFAULTS = {
    port: 0,
    host: '127.0.0.1',
    apiVersion: '68.0',
    clientId: 'sandbox',
    clientSecret: 'sandbox',
    dailyApiRequests: 100_000,
    timeZone: 'America/Toronto'
} as const;
