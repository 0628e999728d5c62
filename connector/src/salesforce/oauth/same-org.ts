import { OrgUnavailable } from '../../contracts/salesforce.ts';
import { isSameRecord } from '../../domain/record-id.ts';

/** Which org belongs to a connection, as the store knows it. */
export interface BelongingOrg {
    /** `undefined`: none answered yet. */
    known(): Promise<string | undefined>;
    /** Called with the org of tokens that are used; the first one stays. */
    keep(organizationId: string): Promise<void>;
}

/**
 * What is known of one org's people would decide matches in another.
 *
 * @param answered as Salesforce tells it with every token
 * @throws {OrgUnavailable} `SF-OTHER-ORG`
 */
export function refuseOtherOrg(answered: string | undefined, belonging: string | undefined): void {
    if (answered === undefined || belonging === undefined || isSameRecord(answered, belonging)) return;
    throw new OrgUnavailable('forbidden', { code: 'SF-OTHER-ORG', seen: `${answered}, ${belonging}` });
}
