import type { FieldDraft, PicklistDraft } from '../schema/field-definitions.ts';
import { readCustomField, readValues, type Qualify, type ValueSets } from './custom-field.ts';
import type { ValidationRuleDraft } from '../customizing/customization.ts';
import type { RecordTypeDraft } from '../schema/record-types.ts';
import { readPermissionSet, type PermissionSet } from './permission-set.ts';
import { readQueue, type Queue } from './queue.ts';
import { readRecordType } from './record-type.ts';
import type { SourceFile } from './source-files.ts';
import { readTrustedSite, type TrustedSite } from './trusted-site.ts';
import { readValidationRule } from './validation-rule.ts';
import { all, isTrue, parseXml, trimmed, type Element } from 'salesforce-metadata/xml.ts';

/** What a package adds to the org. */
export interface PackageContents {
    /** Custom objects that the package itself declares: API name (qualified) → its file. */
    readonly objects: ReadonlyMap<string, { readonly xml: Element; readonly fullName: string }>;
    /** Fields by object; `Activity` stands for Task and Event. */
    readonly fields: ReadonlyMap<string, readonly FieldDraft[]>;
    readonly permissionSets: readonly PermissionSet[];
    readonly recordTypes: readonly RecordTypeDraft[];
    /** The active ones. */
    readonly validationRules: readonly ValidationRuleDraft[];
    readonly queues: readonly Queue[];
    readonly trustedSites: readonly TrustedSite[];
    /** Puts the package's namespace before its own names. */
    readonly qualify: Qualify;
}

const OBJECT = /(?:^|\/)objects\/(?:[^/]+\/)?([^/]+)\.object(?:-meta\.xml)?$/;
const PART = /(?:^|\/)objects\/([^/]+)\/(fields|recordTypes|validationRules)\/[^/]+-meta\.xml$/;
const PERMISSION_SET = /(?:^|\/)permissionsets\/([^/]+)\.permissionset(?:-meta\.xml)?$/;
const QUEUE = /(?:^|\/)queues\/([^/]+)\.queue(?:-meta\.xml)?$/;
const TRUSTED_SITE = /(?:^|\/)cspTrustedSites\/([^/]+)\.cspTrustedSite(?:-meta\.xml)?$/;
const VALUE_SET = /(?:^|\/)globalValueSets\/([^/]+)\.globalValueSet(?:-meta\.xml)?$/;

/** Reads a package in source form (one file a field, record type or rule) or in deploy form (one file an object). */
export function readPackage(files: readonly SourceFile[], namespace = ''): PackageContents {
    const qualify: Qualify = (name) =>
        namespace !== '' && /^(?:(?!__).)+__[cr]$/.test(name) ? `${namespace}__${name}` : name;
    const valueSets = readValueSets(files);
    const objects = new Map<string, { xml: Element; fullName: string }>();
    const parts: Parts = { fields: new Map(), recordTypes: [], validationRules: [] };
    const permissionSets: PermissionSet[] = [];
    for (const { path, text } of files) {
        const object = OBJECT.exec(path)?.[1];
        const [, owner, part] = PART.exec(path) ?? [];
        const permissionSet = PERMISSION_SET.exec(path)?.[1];
        if (object !== undefined) {
            const xml = rootOf(path, text);
            // Only a file with a name field declares an object; one without adds to an object that exists already.
            if (object.endsWith('__c') && all(xml, 'nameField').length > 0) {
                objects.set(qualify(object), { xml, fullName: object });
            }
            for (const kind of KINDS)
                for (const one of all(xml, kind)) addPart(parts, kind, object, one, qualify, valueSets);
        } else if (owner !== undefined) {
            addPart(parts, part as Kind, owner, rootOf(path, text), qualify, valueSets);
        } else if (permissionSet !== undefined) {
            permissionSets.push(readPermissionSet(rootOf(path, text), permissionSet, qualify));
        }
    }
    return {
        objects,
        ...parts,
        permissionSets,
        queues: readQueues(files, qualify),
        trustedSites: readTrustedSites(files),
        qualify
    };
}

/** @throws {Error} with the file's path when it is no XML */
function rootOf(path: string, text: string): Element {
    const root = parseXml(text);
    if ('fault' in root) throw new Error(`${path}: ${root.fault}`);
    return root;
}

/** What a folder of an object, or its file in deploy form, holds. */
const KINDS = ['fields', 'recordTypes', 'validationRules'] as const;
type Kind = (typeof KINDS)[number];

interface Parts {
    readonly fields: Map<string, FieldDraft[]>;
    readonly recordTypes: RecordTypeDraft[];
    readonly validationRules: ValidationRuleDraft[];
}

function addPart(parts: Parts, kind: Kind, owner: string, xml: Element, qualify: Qualify, valueSets: ValueSets): void {
    if (kind === 'fields') addField(parts.fields, owner, xml, qualify, valueSets);
    else if (kind === 'recordTypes') parts.recordTypes.push(readRecordType(xml, qualify(owner), qualify));
    else if (isTrue(xml, 'active')) parts.validationRules.push(readValidationRule(xml, qualify(owner), qualify));
}

function addField(
    fields: Map<string, FieldDraft[]>,
    owner: string,
    xml: Element,
    qualify: Qualify,
    valueSets: ValueSets
): void {
    // A standard field's file only adds to its settings; the standard fields are known without it.
    if (trimmed(xml, 'fullName')?.endsWith('__c') !== true) return;
    // What it says depends on who looks, and no row holds it: whoever asks for it is told that it is not there.
    if (trimmed(xml, 'formula')?.includes('$User.')) return;
    const object = qualify(owner);
    const list = fields.get(object) ?? [];
    list.push(readCustomField(xml, object, qualify, valueSets));
    fields.set(object, list);
}

function readQueues(files: readonly SourceFile[], qualify: Qualify): Queue[] {
    return files.flatMap(({ path, text }) => {
        const name = QUEUE.exec(path)?.[1];
        return name === undefined ? [] : [readQueue(rootOf(path, text), name, qualify)];
    });
}

function readTrustedSites(files: readonly SourceFile[]): TrustedSite[] {
    return files.flatMap(({ path, text }) => {
        const name = TRUSTED_SITE.exec(path)?.[1];
        return name === undefined ? [] : [readTrustedSite(rootOf(path, text), name)];
    });
}

function readValueSets(files: readonly SourceFile[]): ValueSets {
    return new Map(
        files.flatMap(({ path, text }): [string, PicklistDraft[]][] => {
            const name = VALUE_SET.exec(path)?.[1];
            return name === undefined ? [] : [[name, readValues(rootOf(path, text), 'customValue')]];
        })
    );
}
