import type { RelatedObject } from '../domain/objects/catalogue.ts';

/** How we get access tokens. In the web-server flow an admin signs in once and the refresh token lives in the vault. */
export type OrgLogin =
    | { readonly flow: 'client-credentials'; readonly clientId: string; readonly clientSecret: string }
    /** `privateKey` is a PEM text (PKCS#8 or PKCS#1). */
    | {
          readonly flow: 'jwt-bearer';
          readonly clientId: string;
          readonly username: string;
          readonly privateKey: string;
      }
    | {
          readonly flow: 'web-server';
          readonly clientId: string;
          readonly clientSecret?: string;
          readonly redirectUri: string;
      };

export interface OrgSettings {
    /** Without trailing slash. */
    readonly loginUrl: string;
    readonly login: OrgLogin;
    /** Of the installed package, without underscores; absent: the fields carry no prefix. */
    readonly namespace?: string | undefined;
    /** `66.0` */
    readonly apiVersion: string;
    /** ISO 3166 region in which numbers without a country code are read. */
    readonly region: string;
    /** Further phone fields, by object: `{ "Contact": ["Direct_Line__c"] }`. */
    readonly phoneFields?: Readonly<Record<string, readonly string[]>>;
    /** Fields that the filter of people names, by API name. */
    readonly filterFields?: readonly string[];
    /** Of which objects activities are related to an open record. */
    readonly related?: readonly RelatedObject[];
    /** Let the org's assignment rules choose the owner of the leads that we make. Default: no. */
    readonly assignLeads?: boolean;
}
