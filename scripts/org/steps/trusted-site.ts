import type { Step } from '../step.ts';
import { deploy } from './deploy.ts';

/**
 * Lets pages of the org play what comes from the connector. It is no part of the package: a version is for everybody, an
 * address is one customer's, and what a package once trusted it can never take back (Metadata API, CspTrustedSite).
 */
export function trustConnector(org: string): Step {
    return {
        ...deploy('unpackaged/trusted-site', org, `Let the pages of ${org} play recordings from the connector`),
        fills: 'connector'
    };
}
