import type { FieldDraft, PicklistDraft } from '../schema/field-definitions.ts';
import { readCustomField, readValues, type Qualify, type ValueSets } from './custom-field.ts';
import { readPermissionSet, type PermissionSet } from './permission-set.ts';
import { readQueue, type Queue } from './queue.ts';
import type { SourceFile } from './source-files.ts';
import { allOf, parseMetadata, textOf, type Xml } from './xml.ts';

/** What a package adds to the org. */
export interface PackageContents {
    /** Custom objects that the package itself declares: API name (qualified) → its file. */
    readonly objects: ReadonlyMap<string, { readonly xml: Xml; readonly fullName: string }>;
    /** Fields by object; `Activity` stands for Task and Event. */
    readonly fields: ReadonlyMap<string, readonly FieldDraft[]>;
    readonly permissionSets: readonly PermissionSet[];
    readonly queues: readonly Queue[];
    /** Puts the package's namespace before its own names. */
    readonly qualify: Qualify;
}

const OBJECT = /(?:^|\/)objects\/(?:[^/]+\/)?([^/]+)\.object(?:-meta\.xml)?$/;
const FIELD = /(?:^|\/)objects\/([^/]+)\/fields\/[^/]+\.field-meta\.xml$/;
const PERMISSION_SET = /(?:^|\/)permissionsets\/([^/]+)\.permissionset(?:-meta\.xml)?$/;
const QUEUE = /(?:^|\/)queues\/([^/]+)\.queue(?:-meta\.xml)?$/;
const VALUE_SET = /(?:^|\/)globalValueSets\/([^/]+)\.globalValueSet(?:-meta\.xml)?$/;

/** Reads a package in source form (one file a field) or in deploy form (one file an object). */
export function readPackage(files: readonly SourceFile[], namespace = ''): PackageContents {
    const qualify: Qualify = (name) =>
        namespace !== '' && /^(?:(?!__).)+__[cr]$/.test(name) ? `${namespace}__${name}` : name;
    const valueSets = readValueSets(files);
    const objects = new Map<string, { xml: Xml; fullName: string }>();
    const fields = new Map<string, FieldDraft[]>();
    const permissionSets: PermissionSet[] = [];
    for (const { path, text } of files) {
        const object = OBJECT.exec(path)?.[1];
        const fieldOwner = FIELD.exec(path)?.[1];
        const permissionSet = PERMISSION_SET.exec(path)?.[1];
        if (object !== undefined) {
            const xml = parseMetadata(text);
            // Only a file with a name field declares an object; one without adds to an object that exists already.
            if (object.endsWith('__c') && allOf(xml, 'nameField').length > 0) {
                objects.set(qualify(object), { xml, fullName: object });
            }
            for (const field of allOf(xml, 'fields')) addField(fields, object, field, qualify, valueSets);
        } else if (fieldOwner !== undefined) {
            addField(fields, fieldOwner, parseMetadata(text), qualify, valueSets);
        } else if (permissionSet !== undefined) {
            permissionSets.push(readPermissionSet(parseMetadata(text), permissionSet, qualify));
        }
    }
    return { objects, fields, permissionSets, queues: readQueues(files, qualify), qualify };
}

function addField(
    fields: Map<string, FieldDraft[]>,
    owner: string,
    xml: Xml,
    qualify: Qualify,
    valueSets: ValueSets
): void {
    // A standard field's file only adds to its settings; the standard fields are known without it.
    if (textOf(xml, 'fullName')?.endsWith('__c') !== true) return;
    // What it says depends on who looks, and no row holds it: whoever asks for it is told that it is not there.
    if (textOf(xml, 'formula')?.includes('$User.')) return;
    const object = qualify(owner);
    const list = fields.get(object) ?? [];
    list.push(readCustomField(xml, object, qualify, valueSets));
    fields.set(object, list);
}

function readQueues(files: readonly SourceFile[], qualify: Qualify): Queue[] {
    return files.flatMap(({ path, text }) => {
        const name = QUEUE.exec(path)?.[1];
        return name === undefined ? [] : [readQueue(parseMetadata(text), name, qualify)];
    });
}

function readValueSets(files: readonly SourceFile[]): ValueSets {
    return new Map(
        files.flatMap(({ path, text }): [string, PicklistDraft[]][] => {
            const name = VALUE_SET.exec(path)?.[1];
            return name === undefined ? [] : [[name, readValues(parseMetadata(text), 'customValue')]];
        })
    );
}
