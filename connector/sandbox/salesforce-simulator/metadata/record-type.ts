import type { PicklistDraft } from '../schema/field-definitions.ts';
import type { RecordTypeDraft } from '../schema/record-types.ts';
import type { Qualify } from './custom-field.ts';
import { all, isTrue, trimmed, type Element } from 'salesforce-metadata/xml.ts';

/** Reads one `RecordType` of one object. Which profiles use it is a matter of profiles. */
export function readRecordType(xml: Element, object: string, qualify: Qualify): RecordTypeDraft {
    const developerName = trimmed(xml, 'fullName') ?? '';
    const picklists = all(xml, 'picklistValues').map((list): [string, PicklistDraft[]] => [
        qualify(trimmed(list, 'picklist') ?? ''),
        all(list, 'values').map((value) => ({
            value: decodeURIComponent(trimmed(value, 'fullName') ?? ''),
            defaultValue: isTrue(value, 'default')
        }))
    ]);
    return {
        object,
        developerName,
        label: trimmed(xml, 'label') ?? developerName,
        active: isTrue(xml, 'active'),
        picklists: Object.fromEntries(picklists)
    };
}
