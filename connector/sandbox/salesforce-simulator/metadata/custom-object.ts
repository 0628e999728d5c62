import type { FieldDraft } from '../schema/field-definitions.ts';
import type { ObjectDraft } from '../schema/object-definitions.ts';
import type { SharingModel } from '../schema/types.ts';
import type { Qualify } from './custom-field.ts';
import { first, isTrue, trimmed, type Element } from 'salesforce-metadata/xml.ts';

const READ_ONLY = { createable: false, updateable: false };
const STAMP = { ...READ_ONLY, nillable: false, defaultedOnCreate: true };

/** Builds the object that a `CustomObject` file declares, with the fields that Salesforce adds by itself. */
export function readCustomObject(
    xml: Element,
    fullName: string,
    keyPrefix: string,
    own: readonly FieldDraft[],
    qualify: Qualify
): ObjectDraft {
    const name = qualify(fullName);
    const label = trimmed(xml, 'label') ?? fullName;
    const labelPlural = trimmed(xml, 'pluralLabel') ?? label;
    const activities = isTrue(xml, 'enableActivities');
    const owned = !own.some((field) => field.nillable === false && field.onParentDelete === 'cascade');
    return {
        name,
        label,
        labelPlural,
        keyPrefix,
        custom: true,
        activities,
        // A detail is shared as its master is.
        sharingModel: owned ? readSharingModel(xml, name) : 'ControlledByParent',
        mruEnabled: true,
        searchable: isTrue(xml, 'enableSearch'),
        searchLayoutable: true,
        undeletable: true,
        supportedScopes: [
            { label: `All ${labelPlural.toLowerCase()}`, name: 'everything' },
            { label: `My ${labelPlural.toLowerCase()}`, name: 'mine' }
        ],
        fields: [...systemFields(owned, readNameField(xml)), ...(activities ? [lastActivity()] : []), ...own]
    };
}

const SHARING = ['Private', 'Read', 'ReadWrite'] as const;

/** @throws {Error} for a model that an object with owners cannot have */
function readSharingModel(xml: Element, name: string): SharingModel {
    const declared = trimmed(xml, 'sharingModel') ?? 'ReadWrite';
    const known = SHARING.find((model) => model === declared);
    if (known === undefined) throw new Error(`${name} cannot be shared as ${declared}.`);
    return known;
}

function readNameField(xml: Element): FieldDraft {
    const nameField = first(xml, 'nameField');
    const label = trimmed(nameField, 'label') ?? 'Name';
    const shared = { name: 'Name', label, type: 'string', length: 80, nameField: true, idLookup: true } as const;
    return trimmed(nameField, 'type') === 'AutoNumber'
        ? { ...shared, ...STAMP, autoNumber: true, displayFormat: trimmed(nameField, 'displayFormat') ?? '{0}' }
        : { ...shared, nillable: true };
}

function systemFields(owned: boolean, nameField: FieldDraft): FieldDraft[] {
    const owner: FieldDraft = {
        name: 'OwnerId',
        label: 'Owner ID',
        type: 'reference',
        length: 18,
        referenceTo: ['Group', 'User'],
        relationshipName: 'Owner',
        nillable: false,
        defaultedOnCreate: true,
        polymorphicForeignKey: true,
        namePointing: true
    };
    return [
        { name: 'Id', label: 'Record ID', type: 'id', length: 18 },
        ...(owned ? [owner] : []),
        { name: 'IsDeleted', label: 'Deleted', type: 'boolean', ...READ_ONLY },
        nameField,
        { name: 'CreatedDate', label: 'Created Date', type: 'datetime', ...STAMP },
        userStamp('CreatedBy', 'Created By ID'),
        { name: 'LastModifiedDate', label: 'Last Modified Date', type: 'datetime', ...STAMP },
        userStamp('LastModifiedBy', 'Last Modified By ID'),
        { name: 'SystemModstamp', label: 'System Modstamp', type: 'datetime', ...STAMP },
        { name: 'LastViewedDate', label: 'Last Viewed Date', type: 'datetime', ...READ_ONLY },
        { name: 'LastReferencedDate', label: 'Last Referenced Date', type: 'datetime', ...READ_ONLY }
    ];
}

function userStamp(relationshipName: string, label: string): FieldDraft {
    const name = `${relationshipName}Id`;
    return { name, label, type: 'reference', length: 18, referenceTo: ['User'], relationshipName, ...STAMP };
}

function lastActivity(): FieldDraft {
    return { name: 'LastActivityDate', label: 'Last Activity Date', type: 'date', ...READ_ONLY };
}
