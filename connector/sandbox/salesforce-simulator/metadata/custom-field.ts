import type { FieldDraft, PicklistDraft } from '../schema/field-definitions.ts';
import type { FieldType } from '../schema/types.ts';
import { all, first, isTrue, trimmed, type Element } from 'salesforce-metadata/xml.ts';

/** Names as the org knows them: the package's namespace put before what the package declares. */
export type Qualify = (name: string) => string;

/** The values of a global value set, by its name. */
export type ValueSets = ReadonlyMap<string, readonly PicklistDraft[]>;

type Draft = { type: FieldType } & Record<string, unknown>;

/** Metadata type → what describe says about it. */
const TYPES: Record<string, (xml: Element) => Draft> = {
    Text: (xml) => ({ type: 'string', length: numberOf(xml, 'length', 255) }),
    TextArea: () => ({
        type: 'textarea',
        length: 255,
        filterable: true,
        sortable: true,
        extraTypeInfo: 'plaintextarea'
    }),
    LongTextArea: (xml) => ({
        type: 'textarea',
        length: numberOf(xml, 'length', 32_768),
        extraTypeInfo: 'plaintextarea'
    }),
    Html: (xml) => ({
        type: 'textarea',
        length: numberOf(xml, 'length', 32_768),
        htmlFormatted: true,
        extraTypeInfo: 'richtextarea'
    }),
    Picklist: () => ({ type: 'picklist', length: 255 }),
    MultiselectPicklist: () => ({ type: 'multipicklist', length: 4_099 }),
    Checkbox: (xml) => ({ type: 'boolean', defaultValue: isTrue(xml, 'defaultValue') }),
    Number: (xml) => ({ type: 'double', ...decimals(xml) }),
    Currency: (xml) => ({ type: 'currency', ...decimals(xml) }),
    Percent: (xml) => ({ type: 'percent', ...decimals(xml) }),
    Date: () => ({ type: 'date' }),
    DateTime: () => ({ type: 'datetime' }),
    Time: () => ({ type: 'time' }),
    Email: () => ({ type: 'email', length: 80 }),
    Phone: () => ({ type: 'phone', length: 40 }),
    Url: () => ({ type: 'url', length: 255 }),
    Lookup: () => ({ type: 'reference', length: 18 }),
    MasterDetail: () => ({ type: 'reference', length: 18, nillable: false, writeRequiresMasterRead: false }),
    AutoNumber: (xml) => ({
        type: 'string',
        length: 30,
        autoNumber: true,
        createable: false,
        updateable: false,
        nillable: false,
        defaultedOnCreate: true,
        displayFormat: trimmed(xml, 'displayFormat') ?? '{0}'
    })
};

function decimals(xml: Element): { precision: number; scale: number } {
    return { precision: numberOf(xml, 'precision', 18), scale: numberOf(xml, 'scale', 0) };
}

function numberOf(xml: Element, name: string, implied: number): number {
    const text = trimmed(xml, name);
    return text === undefined ? implied : Number(text);
}

/**
 * Reads one `CustomField` for one object.
 *
 * @throws {Error} naming the field, when its type is one that this org cannot enforce
 */
export function readCustomField(xml: Element, object: string, qualify: Qualify, valueSets: ValueSets): FieldDraft {
    const fullName = trimmed(xml, 'fullName') ?? '';
    const declared = trimmed(xml, 'type') ?? '';
    const read = TYPES[declared];
    if (!read || trimmed(xml, 'formula') !== undefined) {
        const what = read ? 'a formula' : `of the type ${declared || '(none)'}`;
        throw new Error(`${object}.${fullName} is ${what}, which the simulated org does not calculate or enforce.`);
    }
    const required = isTrue(xml, 'required') || declared === 'MasterDetail';
    const draft = read(xml);
    return {
        ...draft,
        name: qualify(fullName),
        label: trimmed(xml, 'label') ?? fullName,
        custom: true,
        permissionable: !required && declared !== 'AutoNumber',
        ...(required ? { nillable: false } : {}),
        ...(isTrue(xml, 'unique') ? { unique: true, groupable: false } : {}),
        ...(isTrue(xml, 'caseSensitive') ? { caseSensitive: true } : {}),
        ...(isTrue(xml, 'externalId') ? { externalId: true, idLookup: true } : {}),
        ...(trimmed(xml, 'inlineHelpText') ? { inlineHelpText: trimmed(xml, 'inlineHelpText') } : {}),
        ...(draft.type === 'reference' ? reference(xml, fullName, declared, qualify) : {}),
        ...(draft.type === 'picklist' || draft.type === 'multipicklist' ? picklist(xml, valueSets) : {}),
        ...literalDefault(xml, draft.type)
    };
}

function reference(xml: Element, fullName: string, declared: string, qualify: Qualify): Record<string, unknown> {
    const parent = qualify(trimmed(xml, 'referenceTo') ?? '');
    const child = trimmed(xml, 'relationshipName');
    const cascade = declared === 'MasterDetail' || trimmed(xml, 'deleteConstraint') === 'Cascade';
    const restrict = trimmed(xml, 'deleteConstraint') === 'Restrict';
    return {
        referenceTo: [parent],
        relationshipName: qualify(fullName.replace(/__c$/, '__r')),
        cascadeDelete: cascade,
        restrictedDelete: restrict,
        onParentDelete: cascade ? 'cascade' : restrict ? 'restrict' : 'clear',
        ...(declared === 'MasterDetail' ? { updateable: isTrue(xml, 'reparentableMasterDetail') } : {}),
        childRelationships: {
            [parent]: { name: child === undefined ? null : qualify(`${child}__r`), cascadeDelete: cascade }
        }
    };
}

function picklist(xml: Element, valueSets: ValueSets): Record<string, unknown> {
    const set = first(xml, 'valueSet');
    const shared = trimmed(set, 'valueSetName');
    if (shared !== undefined) return { restrictedPicklist: true, picklistValues: valueSets.get(shared) ?? [] };
    const definition = first(set, 'valueSetDefinition');
    return { restrictedPicklist: isTrue(set, 'restricted'), picklistValues: readValues(definition, 'value') };
}

/** Reads picklist values from a value set definition (`value`) or a global value set (`customValue`). */
export function readValues(xml: Element | undefined, element: string): PicklistDraft[] {
    return all(xml, element).map((value) => ({
        value: trimmed(value, 'fullName') ?? '',
        label: trimmed(value, 'label') ?? trimmed(value, 'fullName') ?? '',
        active: trimmed(value, 'isActive') !== 'false',
        defaultValue: isTrue(value, 'default')
    }));
}

/** Only literal defaults are given to new records: `'text'`, `12`. Anything else stays without a default. */
function literalDefault(xml: Element, type: FieldType): Record<string, unknown> {
    const formula = trimmed(xml, 'defaultValue');
    if (formula === undefined || type === 'boolean') return {};
    const text = /^(?:&quot;|["'])(.*)(?:&quot;|["'])$/.exec(formula)?.[1];
    if (text !== undefined) return { defaultValue: text, defaultValueFormula: formula, defaultedOnCreate: true };
    if (/^-?\d+(\.\d+)?$/.test(formula)) return { defaultValue: Number(formula), defaultedOnCreate: true };
    throw new Error(`The default value ${formula} is a formula, which the simulated org does not calculate.`);
}
