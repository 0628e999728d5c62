import { isTrue, trimmed, type Element } from 'salesforce-metadata/xml.ts';

/** A trusted URL as a source folder declares it. */
export interface TrustedSite {
    readonly name: string;
    readonly url: string;
    readonly context: string;
    readonly description: string | undefined;
    readonly active: boolean;
    /** Whether it is trusted for each of these, by the field that says so: `IsApplicableToMediaSrc`. */
    readonly uses: Readonly<Record<string, boolean>>;
}

const USES = [
    'canAccessCamera',
    'canAccessMicrophone',
    'isApplicableToConnectSrc',
    'isApplicableToFontSrc',
    'isApplicableToFrameSrc',
    'isApplicableToImgSrc',
    'isApplicableToMediaSrc',
    'isApplicableToStyleSrc'
];
const HOST = /^(?:https?:\/\/|wss?:\/\/)?(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?\/?$/i;

/**
 * Reads a `CspTrustedSite` file.
 *
 * @throws {Error} for an address that is more than a host, or where nothing is trusted, which API 59.0 and later refuse
 */
export function readTrustedSite(xml: Element, name: string): TrustedSite {
    const url = trimmed(xml, 'endpointUrl') ?? '';
    if (!HOST.test(url)) throw new Error(`The trusted URL ${name} has an invalid URL: ${url}`);
    const uses = Object.fromEntries(USES.map((use) => [use.charAt(0).toUpperCase() + use.slice(1), isTrue(xml, use)]));
    if (!Object.values(uses).includes(true)) throw new Error(`The trusted URL ${name} is trusted for nothing.`);
    return {
        name,
        url,
        context: trimmed(xml, 'context') ?? 'All',
        description: trimmed(xml, 'description'),
        active: isTrue(xml, 'isActive'),
        uses
    };
}
