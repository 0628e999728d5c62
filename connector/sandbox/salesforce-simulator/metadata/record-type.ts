import type { PicklistDraft } from '../schema/field-definitions.ts';
import type { RecordTypeDraft } from '../schema/record-types.ts';
import type { Qualify } from './custom-field.ts';
import { allOf, isTrue, textOf, type Xml } from './xml.ts';

/** Reads one `RecordType` of one object. Which profiles use it is a matter of profiles. */
export function readRecordType(xml: Xml, object: string, qualify: Qualify): RecordTypeDraft {
    const developerName = textOf(xml, 'fullName') ?? '';
    const picklists = allOf(xml, 'picklistValues').map((list): [string, PicklistDraft[]] => [
        qualify(textOf(list, 'picklist') ?? ''),
        allOf(list, 'values').map((value) => ({
            value: decodeURIComponent(textOf(value, 'fullName') ?? ''),
            defaultValue: isTrue(value, 'default')
        }))
    ]);
    return {
        object,
        developerName,
        label: textOf(xml, 'label') ?? developerName,
        active: isTrue(xml, 'active'),
        picklists: Object.fromEntries(picklists)
    };
}
